package jp.fudamori.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jp.fudamori.IssuedApplications;
import jp.fudamori.TrackingNumbers;
import jp.fudamori.account.Role;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The office at work in Tasklist. */
class TasklistBrowserIT extends InTheBrowser {

    @Autowired
    IssuedApplications applications;

    @Autowired
    ProcessEngine engine;

    @Test
    void aReviewerOpensAReviewAndApproves() {
        var reviewer = people.staff(Role.REVIEWER);
        var application = applications.submitted(people.clinic());
        var window = windows.desktop(port);
        var page = window.page();

        WebApp.TASKLIST.enter(window, reviewer);
        assertThat(page.locator(".task-filter")).containsText(new String[] {"審査", "わたしの作業", "急ぎの作業", "期限を過ぎた作業"});
        window.look("tasklist", reviewer.id().value());
        WebApp.TASKLIST.go(window, "?task=" + reviewer.taskId(application, "reviewApplication"));
        assertThat(page.getByLabel("受付番号").first())
                .hasValue(applications.number(application).value());
        window.look("tasklist-review-unclaimed", reviewer.id().value());
        page.getByText("引き受ける").first().click();
        page.getByLabel("承認", new Page.GetByLabelOptions().setExact(true)).check();
        window.look("tasklist-review", reviewer.id().value());
        button(page, "完了").click();
        assertThat(page.getByText("一覧から作業を選んでください")).isVisible();
        window.look("tasklist-review-done", reviewer.id().value());

        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceId(application.getId())
                        .taskDefinitionKey("reviewApplication")
                        .count())
                .isZero();
    }

    @Test
    void aReviewerIsToldInJapaneseWhatIsMissing() {
        var reviewer = people.staff(Role.REVIEWER);
        var application = applications.submitted(people.clinic());
        var window = windows.desktop(port);
        var page = window.page();

        WebApp.TASKLIST.enter(window, reviewer);
        WebApp.TASKLIST.go(window, "?task=" + reviewer.taskId(application, "reviewApplication"));
        page.getByText("引き受ける").first().click();
        page.getByLabel("却下", new Page.GetByLabelOptions().setExact(true)).check();
        button(page, "完了").click();
        assertThat(page.locator(".page-notifications")).containsText("却下");
        window.look("tasklist-refused", reviewer.id().value());
    }

    @Test
    void aDispatcherPostsALetter() {
        var dispatch = people.staff(Role.DISPATCH);
        var delivery = applications.printed();
        var window = windows.desktop(port);
        var page = window.page();
        page.clock().setSystemTime(clock.millis());

        WebApp.TASKLIST.enter(window, dispatch);
        WebApp.TASKLIST.go(window, "?task=" + dispatch.taskId(delivery, "postLetter"));
        page.getByText("引き受ける").first().click();
        page.getByLabel("お問い合わせ番号").fill(TrackingNumbers.next().value());
        page.locator(".fjs-form-field-datetime input").first().click();
        assertThat(page.locator(".flatpickr-calendar.open")).isVisible();
        window.look("tasklist-calendar", dispatch.id().value());
        page.locator(".flatpickr-calendar.open .today").click();
        button(page, "完了").click();
        assertThat(page.getByText("一覧から作業を選んでください")).isVisible();

        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceId(delivery.getId())
                        .taskDefinitionKey("postLetter")
                        .count())
                .isZero();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
