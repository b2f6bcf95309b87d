package jp.fudamori.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import jp.fudamori.Participants;
import jp.fudamori.ServerTest;
import jp.fudamori.account.Role;
import jp.fudamori.renewal.RenewalCampaign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class RenewalCampaignControllerIT {

    @LocalServerPort
    int port;

    @Autowired
    Participants people;

    @Autowired
    RenewalCampaign campaign;

    private HttpResponse<String> post(Role role, String path) {
        var client = people.staff("campaign-" + role.group(), role).basic(port);
        return client.send(client.request("/api/renewal-campaign" + path).POST(BodyPublishers.noBody()));
    }

    @Test
    void anOperatorStopsTheCampaignAndLetsItGoOnWhereItStood() {
        assertThat(post(Role.OPERATOR, "/stop").body()).contains("\"stopped\":true");
        assertThat(campaign.step()).isFalse();
        assertThat(post(Role.OPERATOR, "/stop").body()).contains("\"stopped\":true");
        assertThat(post(Role.OPERATOR, "/resume").body()).contains("\"stopped\":false", "\"seen\":");
        assertThat(campaign.progress().stopped()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"REVIEWER", "DISPATCH", "CALL_CENTRE"})
    void nobodyElseDoes(Role role) {
        assertThat(post(role, "/stop").statusCode()).isEqualTo(403);
        assertThat(campaign.progress().stopped()).isFalse();
    }
}
