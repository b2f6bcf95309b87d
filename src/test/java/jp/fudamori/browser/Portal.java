package jp.fudamori.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import jp.fudamori.Participants;
import jp.fudamori.Person;

/** The portal as somebody uses it: by what is written on buttons, links and fields, and by nothing else. */
final class Portal {

    private final Window window;
    private final Page page;
    private int pages;
    private int fields;

    Portal(Window window) {
        this.window = window;
        this.page = window.page();
    }

    Portal open(String path) {
        window.open(path);
        return this;
    }

    Portal logIn(Person person) {
        return open("/login").logIn(person.id().value(), Participants.PASSWORD);
    }

    /** On the page ログイン. */
    Portal logIn(String name, String password) {
        return type("ユーザー名", name).type("パスワード", password).press("ログイン");
    }

    Portal type(String label, String text) {
        page.getByLabel(label).first().fill(text);
        fields++;
        return this;
    }

    /** Takes one of several answers, or ticks a box. */
    Portal answer(String label) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).check();
        return this;
    }

    Portal press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .last()
                .click();
        return this;
    }

    Portal follow(String link) {
        link(link).click();
        return this;
    }

    Locator link(String link) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first();
    }

    /** Checks that this is the page of the title, and everything that {@link Window#inspect} checks. */
    Portal shows(String title, String screen, String... namesOnThePage) {
        assertThat(page.locator("h1")).containsText(title);
        window.inspect(screen, namesOnThePage);
        pages++;
        return this;
    }

    Portal says(String text) {
        assertThat(page.getByText(text).first()).isVisible();
        return this;
    }

    /** What stands in the one element of the selector. */
    String text(String selector) {
        return page.locator(selector).innerText();
    }

    /** Presses the button, after which the browser shows a file, and returns the file's first five characters. */
    String file(String button) {
        var shown = page.waitForResponse(answer -> answer.url().contains(".pdf"), () -> press(button));
        var file = page.context().request().get(shown.url()).body();
        return new String(file, 0, 5, StandardCharsets.US_ASCII);
    }

    /** How many fields of the page must be filled in. */
    int required() {
        return page.locator("main [required]").count();
    }

    /** How many pages were shown so far. */
    int pages() {
        return pages;
    }

    /** How many fields were filled in so far. */
    int fields() {
        return fields;
    }

    /** Id of what the keyboard would write into. */
    String focused() {
        return (String) page.evaluate("() => document.activeElement.id");
    }
}
