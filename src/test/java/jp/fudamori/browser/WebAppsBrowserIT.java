package jp.fudamori.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import jp.fudamori.IssuedApplications;
import jp.fudamori.account.Role;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Operators in Cockpit, administrators in Admin, and what lies between. */
class WebAppsBrowserIT extends InTheBrowser {

    @Autowired
    IssuedApplications applications;

    @Autowired
    ProcessEngine engine;

    @Test
    void anOperatorFindsAProcessAndItsDiagram() {
        var operator = people.staff(Role.OPERATOR);
        var window = windows.desktop(port);
        var page = window.page();
        applications.submitted(people.clinic());

        WebApp.COCKPIT.enter(window, operator);
        assertThat(page.getByText("実行中のプロセスインスタンス").first()).isVisible();
        assertThat(page.locator(".ce-eol-banner")).containsText("2025年10月に終了");
        window.lookAtEngine("cockpit");
        WebApp.COCKPIT.go(window, "processes");
        window.lookAtEngine("cockpit-processes");
        page.getByText("電子証明書発行申請").first().click();
        assertThat(page.locator(".djs-container [data-element-id='reviewApplication']")
                        .first())
                .isVisible();
        window.lookAtEngine("cockpit-process");
        WebApp.COCKPIT.go(window, "tasks");
        assertThat(page.getByText("審査担当").first()).isVisible();
        window.lookAtEngine("cockpit-tasks");
        WebApp.COCKPIT.go(window, "decisions");
        window.lookAtEngine("cockpit-decisions");
        WebApp.COCKPIT.go(window, "repository");
        window.lookAtEngine("cockpit-repository");
    }

    @Test
    void anOperatorSeesAnIncidentAndSetsItsJobGoingAgain() {
        var operator = people.staff(Role.OPERATOR);
        var application = applications.submitted(people.clinic());
        people.reviewer().complete(application, "reviewApplication", Map.of("decision", "approve"));
        var job = job(application.getId());
        engine.getManagementService().setJobRetries(job.getId(), 0);
        var window = windows.desktop(port);
        var page = window.page();

        WebApp.COCKPIT.enter(window, operator);
        WebApp.COCKPIT.go(window, "process-instance/" + application.getId() + "/runtime?tab=incidents-tab");
        assertThat(page.getByText("失敗したジョブ").first()).isVisible();
        window.lookAtEngine("cockpit-incident");
        page.locator("[ng-click='openJobRetryDialog(incident)']").click();
        window.lookAtEngine("cockpit-incident-retry");
        page.locator(".modal-footer .btn-primary").first().click();
        assertThat(page.getByText("再試行回数を増やしました").first()).isVisible();

        assertThat(job(application.getId()).getRetries()).isPositive();
    }

    @Test
    void anAdministratorFindsUsersAndRights() {
        var window = windows.desktop(port);
        var page = window.page();
        var somebody = people.reviewer();

        WebApp.ADMIN.enter(window, people.staff(Role.ADMINISTRATOR));
        window.lookAtEngine("admin");
        WebApp.ADMIN.go(window, "users/" + somebody.id().value() + "?tab=profile");
        assertThat(page.getByText("登録情報").first()).isVisible();
        window.lookAtEngine("admin-user");
        WebApp.ADMIN.go(window, "groups");
        window.lookAtEngine("admin-groups");
        WebApp.ADMIN.go(window, "authorization?resource=0");
        assertThat(page.getByText("権限設定").first()).isVisible();
        window.lookAtEngine("admin-authorizations");
        WebApp.ADMIN.go(window, "system?section=system-settings-general");
        window.lookAtEngine("admin-system");
    }

    @Test
    void welcomeLeadsOnInJapanese() {
        var window = windows.desktop(port);

        WebApp.WELCOME.enter(window, people.staff(Role.ADMINISTRATOR));

        assertThat(window.page().getByText("運用監視").first()).isVisible();
        assertThat(window.page().locator(".ce-eol-banner")).isHidden();
        window.lookAtEngine("welcome");
    }

    private Job job(String instance) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .activityId("vetCertificate")
                .singleResult();
    }
}
