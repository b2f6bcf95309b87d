package jp.fudamori.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import jp.fudamori.Client;
import jp.fudamori.DatabaseContents;
import jp.fudamori.Participants;
import jp.fudamori.ServerTest;
import jp.fudamori.account.Role;
import jp.fudamori.sheet.CsvBadInput;
import jp.fudamori.sheet.CsvFile;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every door that takes a CSV file × everything that can be wrong with one; a new door needs a line here. */
@ServerTest
class CsvImportersIT {

    private static final String HASH = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$" + "A".repeat(43);

    private static final List<Importer> IMPORTERS = List.of(
            new Importer(
                    "/api/institutions",
                    Role.OPERATOR,
                    new CsvFile(
                            List.of("医療機関コード", "名称", "分類", "郵便番号", "所在地", "電話番号", "登録日"),
                            row -> List.of(
                                    code(row),
                                    "見本医院",
                                    "1",
                                    "890-0001",
                                    "鹿児島県鹿児島市見本町1番",
                                    "099-000-0001",
                                    "2020-04-01"))),
            new Importer(
                    "/api/accounts/migrated",
                    Role.ADMINISTRATOR,
                    new CsvFile(
                            List.of("医療機関コード", "メールアドレス", "パスワードのハッシュ"),
                            row -> List.of(code(row), "csv" + row + "@clinic.example", HASH))),
            new Importer(
                    "/api/qualifications",
                    Role.OPERATOR,
                    new CsvFile(
                            List.of("code", "accepted_on", "payment_method"),
                            row -> List.of(code(row), "2026-04-01", "控除"))),
            new Importer(
                    "/api/institutions/endings",
                    Role.OPERATOR,
                    new CsvFile(List.of("医療機関コード", "廃止日", "承継先医療機関コード"), row -> List.of(code(row), "2026-04-01", ""))),
            new Importer(
                    "/api/letters/tracking-numbers",
                    Role.DISPATCH,
                    new CsvFile(
                            List.of("通知書番号", "書留番号", "差出日"),
                            row -> List.of("1999-%06d".formatted(row), item(row), "2026-11-20"))),
            new Importer(
                    "/api/letters/tracking-events",
                    Role.DISPATCH,
                    new CsvFile(
                            List.of("書留番号", "差出日", "種別", "年月日", "時刻", "理由"),
                            row -> List.of(item(row), "2001-11-20", "返送", "2001-11-21", "14:05", "受取拒絶"))));

    @LocalServerPort
    int port;

    @Autowired
    Participants people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping doors;

    static Stream<Importer> importers() {
        return IMPORTERS.stream();
    }

    @Test
    void everyDoorThatTakesCsvIsListed() {
        assertThat(IMPORTERS)
                .extracting(Importer::path)
                .containsExactlyInAnyOrderElementsOf(doors.getHandlerMethods().keySet().stream()
                        .filter(CsvImportersIT::takesCsv)
                        .flatMap(door -> door.getPatternValues().stream())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("importers")
    void refusesEveryBadFileInJapaneseAndChangesNothing(Importer importer) {
        var client = client(importer);
        var before = DatabaseContents.of(jdbc);
        var softly = new SoftAssertions();

        CsvBadInput.of(importer.file()).forEach(bad -> {
            var answer = post(client, importer, bad.file());
            softly.assertThat(answer.statusCode()).as(bad.what()).isEqualTo(422);
            softly.assertThat(answer.body()).as(bad.what()).contains("\"reason\":\"", bad.message());
        });

        softly.assertAll();
        assertThat(DatabaseContents.of(jdbc)).isEqualTo(before);
    }

    /**
     * Else the bad files might be refused for another reason than theirs. Letters of those numbers there are none; that
     * is all that stands against them.
     */
    @Test
    void readsTheGoodFilesThatTheBadOnesAreMadeOf() {
        assertThat(IMPORTERS).allSatisfy(importer -> {
            var answer = post(client(importer), importer, importer.file().withRows(1));
            if (importer.role() == Role.DISPATCH) {
                assertThat(answer.body()).containsOnlyOnce("\"reason\":").contains("通知書はありません");
            } else {
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            }
        });
    }

    private Client client(Importer importer) {
        return people.staff("csv-" + importer.role().group(), importer.role()).basic(port);
    }

    private static HttpResponse<String> post(Client client, Importer importer, byte[] file) {
        return client.send(client.request(importer.path())
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(file)));
    }

    private static boolean takesCsv(RequestMappingInfo door) {
        return door.getConsumesCondition().getConsumableMediaTypes().contains(MediaType.valueOf("text/csv"));
    }

    private static String item(int row) {
        return "%010d%d".formatted(9_000_000_000L + row, (9_000_000_000L + row) % 7);
    }

    private static String code(int row) {
        return "461%07d".formatted(row);
    }

    private record Importer(String path, Role role, CsvFile file) {

        @Override
        public String toString() {
            return path;
        }
    }
}
