package jp.fudamori.web;

import static org.assertj.core.api.Assertions.assertThat;

import jp.fudamori.DatabaseContents;
import jp.fudamori.Participants;
import jp.fudamori.ServerTest;
import jp.fudamori.account.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files of the registry that cannot be taken in, over HTTP. */
@ServerTest
class RegistryFilesIT {

    @LocalServerPort
    int port;

    @Autowired
    Participants people;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest(name = "{3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/qualifications | 2739999999,2026-04-01,控除  | 登録  | a code that is not registered",
                "/api/qualifications | 279999,2026-04-01,控除      | 10桁  | a code of another shape",
                "/api/qualifications | 2739999999,2026-02-30,控除  | 日    | a day that does not exist",
                "/api/qualifications | <b>,<b>,<b>                 | 使用できない記号 | HTML",
            })
    void refusesTheWholeFileAndSaysWhich(String path, String row, String reason, String because) {
        var operator = people.staff(Role.OPERATOR).basic(port);
        var before = DatabaseContents.of(jdbc);

        var answer = operator.post(path, "code,accepted_on,payment_method\n" + row + "\n", "text/csv;charset=UTF-8");

        assertThat(answer.statusCode()).as(because).isEqualTo(422);
        assertThat(answer.body()).contains("\"line\":2", reason);
        assertThat(DatabaseContents.of(jdbc)).isEqualTo(before);
    }
}
