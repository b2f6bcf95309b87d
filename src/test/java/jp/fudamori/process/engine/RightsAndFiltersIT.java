package jp.fudamori.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.fudamori.Client;
import jp.fudamori.Participants;
import jp.fudamori.ServerTest;
import jp.fudamori.account.Role;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class RightsAndFiltersIT {

    @LocalServerPort
    int port;

    @Autowired
    Participants people;

    @Autowired
    ProcessEngine engine;

    @Test
    void authorizationsAreOn() {
        assertThat(engine.getProcessEngineConfiguration().isAuthorizationEnabled())
                .isTrue();
        assertThat(engine.getProcessEngineConfiguration().getAuthorizationCheckRevokes())
                .isEqualTo(ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_AUTO);
    }

    @Test
    void aSecondStartAddsNothing() {
        var rights = engine.getAuthorizationService().createAuthorizationQuery().count();
        var filters = engine.getFilterService().createFilterQuery().count();

        new RightsAndFilters().postProcessEngineBuild(engine);

        assertThat(engine.getAuthorizationService().createAuthorizationQuery().count())
                .isEqualTo(rights);
        assertThat(engine.getFilterService().createFilterQuery().count()).isEqualTo(filters);
    }

    @ParameterizedTest(name = "{0} sees {1}")
    @CsvSource({
        "CLINIC, わたしの作業",
        "REVIEWER, わたしの作業 審査",
        "SUPERVISOR, わたしの作業 審査責任者",
        "DISPATCH, わたしの作業 発送",
        "CALL_CENTRE, わたしの作業 コールセンター",
        "OPERATOR, わたしの作業 運用",
    })
    void eachGroupSeesItsOwnFilters(Role role, String names) {
        var account = people.somebody(role);

        var filters = account.basic(port).get("/engine-rest/filter");

        for (var filter : engine.getFilterService().createFilterQuery().list()) {
            var name = "\"name\":\"" + filter.getName() + "\"";
            assertThat(filters.body().contains(name))
                    .as(filter.getName())
                    .isEqualTo(List.of(names.split(" ")).contains(filter.getName()));
        }
    }

    @Test
    void onlyAdministratorsMakeFilters() {
        var filter = "{\"resourceType\": \"Task\", \"name\": \"mine\", \"query\": {\"name\": \"${now()}\"}}";

        assertThat(people.staff(Role.SUPERVISOR)
                        .basic(port)
                        .post("/engine-rest/filter/create", filter)
                        .statusCode())
                .isEqualTo(403);
        assertThat(people.clinic()
                        .basic(port)
                        .post("/engine-rest/filter/create", filter)
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource({
        "CLINIC, tasklist, 200",
        "CLINIC, cockpit, 403",
        "CLINIC, admin, 403",
        "REVIEWER, tasklist, 200",
        "REVIEWER, cockpit, 403",
        "CALL_CENTRE, tasklist, 200",
        "CALL_CENTRE, cockpit, 403",
        "OPERATOR, cockpit, 200",
        "ANALYST, cockpit, 200",
        "ANALYST, tasklist, 403",
        "ADMINISTRATOR, admin, 200",
    })
    void eachGroupLogsInToItsWebApps(Role role, String app, int status) {
        var browser = Client.portal(port, people.somebody(role).account().mail(), Participants.PASSWORD);

        var answer = browser.getPage("/camunda/app/%s/default/".formatted(app));

        assertThat(answer.statusCode()).isEqualTo(status);
    }
}
