package jp.fudamori.browser;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Opens windows on the server, each for a visitor of its own, and closes them after the test; a test that fails leaves
 * a screenshot of each, and tells the address and the words of each with its failure. Used as {@code @RegisterExtension
 * final Windows windows = new Windows();}.
 */
final class Windows implements AfterEachCallback {

    /** Longer than any page takes on a busy machine, in milliseconds. */
    private static final double PATIENCE = 20_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    private final List<Window> open = new ArrayList<>();

    Window desktop(int port) {
        return open(port, Device.DESKTOP);
    }

    Window phone(int port) {
        return open(port, Device.PHONE);
    }

    Window open(int port, Device device) {
        var context = Chromium.browser().newContext(device.visitor("http://localhost:" + port));
        context.setDefaultTimeout(PATIENCE);
        var window = new Window(context.newPage(), device);
        open.add(window);
        return window;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        InspectedPages.ran(test.getRequiredTestClass());
        test.getExecutionException().ifPresent(failure -> {
            var name = "failed-" + test.getRequiredTestMethod().getName();
            open.forEach(window -> {
                window.screenshot(name);
                failure.addSuppressed(new AssertionError(window.words()));
            });
        });
        open.forEach(window -> window.page().context().close());
        open.clear();
    }
}
