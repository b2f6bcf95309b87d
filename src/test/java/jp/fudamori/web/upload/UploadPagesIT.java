package jp.fudamori.web.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import jp.fudamori.Client;
import jp.fudamori.DatabaseContents;
import jp.fudamori.Participants;
import jp.fudamori.ServerTest;
import jp.fudamori.account.Role;
import jp.fudamori.institution.EndingDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class UploadPagesIT {

    private static final String MULTIPART = "multipart/form-data; boundary=part";
    private static final String HEADER = "医療機関コード,名称,分類,郵便番号,所在地,電話番号,登録日\n";

    @LocalServerPort
    int port;

    @Autowired
    Participants people;

    @Autowired
    EndingDesk endings;

    @Autowired
    JdbcClient jdbc;

    @Test
    void saysHowManyRowsWereTakenIn() {
        var code = people.unknownInstitution();
        var operator = browser(Role.OPERATOR);
        var file = HEADER + code + ",見本医院,2,890-0001,鹿児島県鹿児島市見本町1番,099-000-0001,2020-04-01\n";

        var answer = upload(operator, "institutions", file);
        var told = operator.getPage("/uploads/institutions").body();
        upload(operator, "institutions", file);
        var toldAgain = operator.getPage("/uploads/institutions").body();

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(told).contains("取り込みました").containsPattern("追加</span> <b>1</b>");
        assertThat(toldAgain).containsPattern("変わりなし</span> <b>1</b>");
        assertThat(operator.getPage("/uploads/institutions").body()).doesNotContain("取り込みました");
    }

    @Test
    void saysWhichLinesAreWrongAndTakesNone() {
        var operator = browser(Role.OPERATOR);
        var before = DatabaseContents.of(jdbc);

        var answer = upload(
                operator,
                "institutions",
                HEADER + people.unknownInstitution() + ",<script>,2,890-0001,鹿児島県鹿児島市見本町1番,099-000-0001,明日\n");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("取り込めない行があります", "<td>2行目</td>", "<td>登録日</td>", "href=\"#file\"")
                .doesNotContain("<script");
        assertThat(DatabaseContents.of(jdbc)).isEqualTo(before);
    }

    @Test
    void takesEndingsInWithTheirSuccessors() {
        var code = people.clinic().institution();
        var successor = people.institutionWithoutAccount();

        var answer = upload(
                browser(Role.OPERATOR),
                "endings",
                "医療機関コード,廃止日,承継先医療機関コード\n%s,2026-11-30,%s\n".formatted(code, successor));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(jdbc.sql("select successor from institution_ending where code = ?")
                        .param(code.value())
                        .query(String.class)
                        .single())
                .isEqualTo(successor.value());
    }

    @Test
    void saysWhatIsPassedOverBecauseItWasFoundWrong() {
        var code = people.clinic().institution();
        var csv = "医療機関コード,廃止日,承継先医療機関コード\n%s,2026-11-30,\n".formatted(code);
        var operator = browser(Role.OPERATOR);
        upload(operator, "endings", csv);
        endings.withdraw(code);

        var answer = upload(operator, "endings", csv);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(operator.getPage("/uploads/endings").body()).containsPattern("誤りと確認済みのため取り込まなかった行</span> <b>1</b>");
    }

    @Test
    void asksForAFile() {
        var answer = upload(browser(Role.OPERATOR), "institutions", "");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("ファイルを選んでください。");
    }

    @ParameterizedTest
    @CsvSource({
        "OPERATOR, institutions, tracking-numbers",
        "OPERATOR, qualifications, accounts",
        "OPERATOR, endings, tracking-events",
        "DISPATCH, tracking-numbers, institutions",
        "DISPATCH, tracking-events, accounts",
        "ADMINISTRATOR, accounts, tracking-events"
    })
    void showsEachRoleItsOwnFiles(Role role, String own, String others) {
        var somebody = browser(role);

        assertThat(somebody.getPage("/uploads").body())
                .contains("/uploads/" + own)
                .doesNotContain("/uploads/" + others);
        assertThat(somebody.getPage("/uploads/" + own).statusCode()).isEqualTo(200);
        assertThat(somebody.getPage("/uploads/" + others).statusCode()).isEqualTo(404);
        assertThat(upload(somebody, others, "x").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(names = {"CLINIC", "REVIEWER", "ANALYST"})
    void isNotThereForTheOthers(Role role) {
        assertThat(browser(role).getPage("/uploads").statusCode()).isEqualTo(404);
    }

    @Test
    void takesNoFileFromAnotherSite() {
        var forged = browser(Role.OPERATOR).post("/uploads/institutions", body(HEADER, "made-up"), MULTIPART);

        assertThat(forged.statusCode()).isEqualTo(403);
    }

    private Client browser(Role role) {
        return Client.portal(port, people.somebody(role).account().mail(), Participants.PASSWORD);
    }

    private static HttpResponse<String> upload(Client client, String key, String file) {
        var csrf = Client.csrf(client.getPage("/account").body());
        return client.post("/uploads/" + key, body(file, csrf), MULTIPART);
    }

    private static String body(String file, String csrf) {
        return """
                --part\r
                Content-Disposition: form-data; name="_csrf"\r
                \r
                %s\r
                --part\r
                Content-Disposition: form-data; name="file"; filename="file.csv"\r
                Content-Type: text/csv\r
                \r
                %s\r
                --part--\r
                """.formatted(csrf, file);
    }
}
