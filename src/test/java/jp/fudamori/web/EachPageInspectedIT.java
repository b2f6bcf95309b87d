package jp.fudamori.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jp.fudamori.browser.InspectedPages;
import org.junit.jupiter.api.Test;

/** Runs after the browser tests, because the tests run in alphabetical order and its package comes after theirs. */
class EachPageInspectedIT {

    @Test
    void noPageEscapesTheBrowserTests() {
        assumeTrue(InspectedPages.complete(), "only some of the browser tests have run");

        assertThat(InspectedPages.missing())
                .as("each template needs a browser test that calls window.inspect on it")
                .isEmpty();
    }
}
