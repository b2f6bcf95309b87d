package jp.fudamori.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import jp.fudamori.Client;
import jp.fudamori.ServerTest;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.account.AccountId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class AccountsControllerIT {

    @LocalServerPort
    int port;

    @Autowired
    AccountDesk desk;

    @Test
    void anAdministratorOpensAnAccountThatCanLogIn() {
        var answer = post("""
                {"id": "hana@web.example", "name": "はな歯科", "mail": "hana@web.example", "roles": ["clinic"],
                 "institution": "1330000001", "password": "Sakura-no-ki-2026"}
                """);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(desk.authenticate(new AccountId("hana@web.example"), "Sakura-no-ki-2026"))
                .isPresent();
    }

    @Test
    void aRefusalIsAProblemInJapaneseWithItsCode() {
        var answer = post("""
                {"id": "weak", "name": "弱", "mail": "weak@web.example", "roles": ["reviewer"], "password": "short"}
                """);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"password-too-weak\"", "13文字以上");
        assertThat(desk.find(new AccountId("weak"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"id\": \"a b\", \"name\": \"n\", \"mail\": \"a@b\", \"roles\": [\"reviewer\"], \"password\": \"Sakura-no-ki-2026\"}",
                "{\"id\": \"ab\", \"name\": \"n\", \"mail\": \"a@b\", \"roles\": [\"king\"], \"password\": \"Sakura-no-ki-2026\"}",
                "{\"id\": \"ab\", \"name\": \"n\", \"mail\": \"a@b\", \"roles\": [null], \"password\": \"Sakura-no-ki-2026\"}",
                "{\"id\": \"ab\", \"name\": \"n\", \"mail\": \"a@b\", \"roles\": [\"clinic\"], \"password\": \"Sakura-no-ki-2026\"}",
                "{\"id\": \"ab\", \"name\": \"n\\u0000\", \"mail\": \"a@b\", \"roles\": [\"reviewer\"], \"password\": \"Sakura-no-ki-2026\"}"
            })
    void theWrongShapeIsABadRequestInJapanese(String json) {
        var answer = post(json);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("入力の形式").doesNotContain("jp.fudamori");
    }

    private HttpResponse<String> post(String json) {
        return Client.basic(port, "admin", ServerTest.ADMINISTRATOR_PASSWORD).post("/api/accounts", json);
    }
}
