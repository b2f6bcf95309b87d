package jp.fudamori.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import jp.fudamori.IssuedLetters;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whether Chromium shows our PDFs in place, whatever the Content-Security-Policy of their answers forbids. */
class PapersBrowserIT extends InTheBrowser {

    /** The browser's own viewer; with a policy that forbade it, there would be no frame of it. */
    private static final String VIEWER = "chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/";

    @Autowired
    IssuedLetters letters;

    @Test
    void theStatementOfPracticesOpensInATabOfItsOwn() {
        var window = windows.desktop(port);
        var portal = new Portal(window).logIn(people.clinic()).open("/certificate-application");
        portal.press("同意する");

        var tab = window.page()
                .context()
                .waitForPage(() -> window.page()
                        .locator("main a[href^='/documents/']")
                        .first()
                        .click());

        shows(tab, "CPS");
    }

    @Test
    void theLabelsOpenInPlace() {
        var clinic = people.clinic();
        letters.issued(clinic, 1);
        var window = windows.desktop(port);
        new Portal(window).logIn(clinic).open("/certificates").press("選んだ端末のラベルを作る（PDF）");

        shows(window.page(), "labels");
    }

    private static void shows(Page tab, String name) {
        List<String> errors = new ArrayList<>();
        tab.onConsoleMessage(message -> {
            if (Window.isError(message)) {
                errors.add(message.text());
            }
        });
        tab.waitForURL(url -> url.contains(".pdf"));
        tab.waitForCondition(
                () -> tab.frames().stream().anyMatch(frame -> frame.url().startsWith(VIEWER)));
        assertThat(errors).as(name).isEmpty();
    }
}
