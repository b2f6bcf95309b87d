package jp.fudamori.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

/** Runs when the browser tests are through (see pom.xml), and only where all of them have run. */
class EachPageInspectedIT {

    @Test
    void noPageEscapesTheBrowserTests() {
        assumeTrue(InspectedPages.complete(), "only some of the browser tests have run");

        assertThat(InspectedPages.missing())
                .as("each template needs a browser test that calls window.inspect on it")
                .isEmpty();
    }
}
