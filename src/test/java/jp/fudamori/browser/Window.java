package jp.fudamori.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A visitor's window. Errors of scripts and of the Content-Security-Policy are kept, and fail the next check. */
final class Window {

    private static final Path SCREENS = Path.of("target", "screens");

    private final Page page;
    private final Device device;
    private final List<String> errors = new ArrayList<>();

    Window(Page page, Device device) {
        this.page = page;
        this.device = device;
        page.onPageError(errors::add);
        page.onConsoleMessage(this::keepError);
        page.onResponse(this::keepRefusal);
    }

    Page page() {
        return page;
    }

    /** Goes to an address of the server and waits until it is there. */
    Response open(String path) {
        return page.navigate(path);
    }

    /**
     * Checks a page of our own: screenshot, nothing in English, no violation of WCAG 2.2 A or AA, no script error, and
     * nothing that must be scrolled sideways.
     *
     * @param name of the screenshot in {@code target/screens}, without device and ending
     */
    void inspect(String name, String... namesOnThePage) {
        look(name, namesOnThePage);
        InspectedPages.saw(page);
        assertThat(Accessibility.violations(page)).as("%s: axe", name).isEmpty();
        assertThat(sideways()).as("%s: pixels to scroll sideways", name).isZero();
    }

    /** Checks a page that is not ours to build, as those of Tasklist: screenshot, English, script errors. */
    void look(String name, String... namesOnThePage) {
        check(name, EnglishText.except(List.of(namesOnThePage)));
    }

    /** The same for those who run the engine, where its ids and the names in the models are part of the page. */
    void lookAtEngine(String name) {
        page.waitForFunction("() => !document.body.innerText.includes('読み込んでいます')");
        check(name, EnglishText.exceptIdentifiers());
    }

    private void check(String name, EnglishText english) {
        screenshot(name);
        assertThat(english.on(page)).as("%s: English", name).isEmpty();
        assertThat(errors).as("%s: errors in the browser", name).isEmpty();
    }

    /** The address, the visible words and the errors of the page, to tell why a test failed where nobody sees it. */
    String words() {
        return "%s shows:%n%s%nerrors: %s".formatted(page.url(), page.innerText("body"), errors);
    }

    void screenshot(String name) {
        var file = SCREENS.resolve("%s-%s.png".formatted(name, device.name().toLowerCase(Locale.ROOT)));
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(device == Device.MAGNIFIED));
    }

    /** What the page is with its styles and pictures, as the server sent it: compressed, without headers. */
    int bytes() {
        return ((Number) page.evaluate(
                        "() => performance.getEntries().reduce((sum, it) => sum + (it.encodedBodySize ?? 0), 0)"))
                .intValue();
    }

    private int sideways() {
        var width = (Number) page.evaluate("() => document.documentElement.scrollWidth");
        return Math.max(0, width.intValue() - device.width());
    }

    /** Web applications ask for much behind the page; what they may not have they should not ask for. */
    private void keepRefusal(Response answer) {
        if (answer.status() == 403 && answer.url().contains("/camunda/api/")) {
            errors.add("403 for " + answer.url());
        }
    }

    private void keepError(ConsoleMessage message) {
        if (isError(message)) {
            errors.add(message.text());
        }
    }

    /** Refused scripts, styles and frames are errors; a missing icon that the browser asks for by itself is none. */
    static boolean isError(ConsoleMessage message) {
        return message.type().equals("error") && !message.text().startsWith("Failed to load resource");
    }
}
