package jp.fudamori.browser;

import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.stream.Stream;
import jp.fudamori.Participants;
import jp.fudamori.Person;

/** Camunda's web apps, as somebody uses them in a window. */
enum WebApp {
    TASKLIST("tasklist"),
    COCKPIT("cockpit"),
    ADMIN("admin"),
    WELCOME("welcome");

    private static final String PASSWORD = "input[type=password]";

    private final String folder;

    WebApp(String folder) {
        this.folder = folder;
    }

    static List<String> folders() {
        return Stream.of(values()).map(app -> app.folder).toList();
    }

    /** Opens the app and logs in, at whichever page asks for it. */
    void enter(Window window, Person person) {
        var page = window.page();
        window.open(path(""));
        page.locator(PASSWORD).fill(Participants.PASSWORD);
        page.locator("input[type=text], input[type=email]")
                .first()
                .fill(person.id().value());
        page.locator(PASSWORD).press("Enter");
        page.locator("[cam-widget-header] .account").first().waitFor();
    }

    /** Goes to a place inside the app, such as {@code processes}, and waits until nothing is being loaded. */
    void go(Window window, String place) {
        window.open(path("#/" + place));
        window.page().waitForLoadState(LoadState.NETWORKIDLE);
    }

    private String path(String place) {
        return "/camunda/app/" + folder + "/default/" + place;
    }
}
