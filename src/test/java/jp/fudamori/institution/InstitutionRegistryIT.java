package jp.fudamori.institution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.fudamori.TestDatabase;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.common.Refusal;
import jp.fudamori.demo.SyntheticInstitutions;
import jp.fudamori.institution.Qualification.PaymentMethod;
import jp.fudamori.sheet.Refused;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase.Replace;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.util.StopWatch;

@JdbcTest(properties = "spring.flyway.default-schema=fudamori")
@AutoConfigureTestDatabase(replace = Replace.NONE)
@org.springframework.context.annotation.Import({
    TestDatabase.class,
    AuditTrail.class,
    BulkCopy.class,
    Institutions.class,
    Qualifications.class,
    InstitutionRegistry.class
})
@RecordApplicationEvents
class InstitutionRegistryIT {

    private static final Logger LOG = LoggerFactory.getLogger(InstitutionRegistryIT.class);
    private static final int MANY = 100_000;

    @Autowired
    InstitutionRegistry registry;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    @Test
    void takesInAFileAndFindsEachInstitutionAsItWas() {
        assertThat(registry.importInstitutions(file(SyntheticInstitutions.csv())))
                .isEqualTo(Import.of(300, 0, 0));

        assertThat(SyntheticInstitutions.all())
                .allSatisfy(one -> assertThat(registry.find(one.code())).contains(one));
    }

    @Test
    void takesInWindows31JWithItsOwnKanji() {
        var csv = SyntheticInstitutions.csv().replace("𠮷", "吉");

        registry.importInstitutions(new ByteArrayInputStream(csv.getBytes(Charset.forName("windows-31j"))));

        assertThat(jdbc.sql("select name from institution where name like '%髙﨑%'")
                        .query(String.class)
                        .list())
                .isNotEmpty();
    }

    @Test
    void changesNothingWhenAFileComesAgain() {
        registry.importInstitutions(file(SyntheticInstitutions.csv()));
        registry.importQualifications(file(SyntheticInstitutions.qualificationsCsv()));

        assertThat(registry.importInstitutions(file(SyntheticInstitutions.csv())))
                .isEqualTo(Import.of(0, 0, 300));
        assertThat(registry.importQualifications(file(SyntheticInstitutions.qualificationsCsv())))
                .isEqualTo(Import.of(0, 0, 270));
    }

    @Test
    void announcesTheQualificationsOfAFileThatWereNotOnFile() {
        registry.importInstitutions(file(SyntheticInstitutions.csv()));
        var csv = SyntheticInstitutions.qualificationsCsv();
        registry.importQualifications(file(csv.lines().limit(11).collect(Collectors.joining("\n"))));
        registry.importQualifications(file(csv));
        registry.importQualifications(file(csv));

        assertThat(events.stream(QualificationsAccepted.class))
                .extracting(event -> event.institutions().size())
                .as("ten, then the rest, then nothing new")
                .containsExactly(10, 260);
    }

    @Test
    void announcesTheFirstAcceptanceOfAnInstitution() {
        registry.importInstitutions(file(SyntheticInstitutions.csv()));
        var code = SyntheticInstitutions.TOKYO_DENTAL;

        registry.accept(new Qualification(code, LocalDate.of(2026, 11, 20), PaymentMethod.DEDUCTION));
        registry.accept(new Qualification(code, LocalDate.of(2026, 12, 1), PaymentMethod.INVOICE));

        assertThat(registry.qualification(code).orElseThrow().paymentMethod()).isEqualTo(PaymentMethod.INVOICE);
        assertThat(events.stream(QualificationsAccepted.class))
                .containsExactly(new QualificationsAccepted(Set.of(code)));
    }

    @Test
    void countsWhatIsNewAndWhatHasChanged() {
        var csv = SyntheticInstitutions.csv();
        var firstHundred = csv.lines().limit(101).collect(Collectors.joining("\n"));
        registry.importInstitutions(file(firstHundred.replace("北海道札幌市見本町1丁目1番1号", "北海道札幌市見本町9丁目9番9号")));

        assertThat(registry.importInstitutions(file(csv))).isEqualTo(Import.of(200, 1, 99));
        assertThat(registry.find(new InstitutionCode(
                        csv.lines().skip(1).findFirst().orElseThrow().substring(0, 10))))
                .get()
                .extracting(Institution::address)
                .isEqualTo("北海道札幌市見本町1丁目1番1号");
    }

    @Test
    void takesInNothingOfAFileWithOneBadRow() {
        var report = registry.importInstitutions(file(SyntheticInstitutions.csv() + "123,<b>,9,1,,x,never\r\n"));

        assertThat(report.accepted()).isFalse();
        assertThat(report.refused()).hasSize(7).extracting(Refused::line).containsOnly(302L);
        assertThat(registry.find(SyntheticInstitutions.TOKYO_DENTAL)).isEmpty();
    }

    @Test
    void takesInACodeWhoseCheckDigitDoesNotAgree() {
        var csv = SyntheticInstitutions.csv().replace("1330100016", "1330100017");

        assertThat(registry.importInstitutions(file(csv)).accepted()).isTrue();
        assertThat(registry.find(new InstitutionCode("1330100017"))).isPresent();
    }

    @Test
    void takesInQualificationsOfRegisteredInstitutionsOnly() {
        registry.importInstitutions(file(SyntheticInstitutions.csv()));

        var report = registry.importQualifications(file("""
                code,accepted_on,payment_method
                1330100016,2023-04-03,控除
                1339999999,2023-04-03,払込
                """));

        assertThat(report.refused()).containsExactly(new Refused(3, "医療機関コード", "登録されていない医療機関コードです。"));
        assertThat(registry.qualification(SyntheticInstitutions.TOKYO_DENTAL)).isEmpty();
    }

    @Test
    void findsTheQualificationOnFile() {
        registry.importInstitutions(file(SyntheticInstitutions.csv()));

        registry.importQualifications(file(SyntheticInstitutions.qualificationsCsv()));

        assertThat(SyntheticInstitutions.qualifications())
                .allSatisfy(one ->
                        assertThat(registry.qualification(one.institution())).contains(one));
        var tenth = SyntheticInstitutions.all().get(9).code();
        assertThat(registry.qualification(tenth)).isEmpty();
    }

    @Test
    void acceptsAQualificationInPlaceOfTheEarlierOne() {
        registry.importInstitutions(file(SyntheticInstitutions.csv()));
        var earlier = qualification(SyntheticInstitutions.TOKYO_DENTAL, PaymentMethod.DEDUCTION);
        var later = qualification(SyntheticInstitutions.TOKYO_DENTAL, PaymentMethod.INVOICE);

        registry.accept(earlier);
        registry.accept(later);

        assertThat(registry.qualification(SyntheticInstitutions.TOKYO_DENTAL)).contains(later);
    }

    @Test
    void acceptsNoQualificationOfAnUnknownInstitution() {
        var unknown = qualification(new InstitutionCode("1339999999"), PaymentMethod.INVOICE);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> registry.accept(unknown))
                .withMessage("医療機関コード 1339999999 は登録されていません。")
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(InstitutionReason.INSTITUTION_UNKNOWN));
    }

    @Test
    void recordsWhoHandedAFileIn() {
        registry.importInstitutions(file(SyntheticInstitutions.csv()), "operator7");

        assertThat(jdbc.sql("select actor || ' ' || action || ' ' || detail from audit_entry")
                        .query(String.class)
                        .list())
                .contains("operator7 institutions-imported added 300, changed 0, same 0");
    }

    /** Logs the figures that docs/SOURCES.md quotes (registry-file). */
    @Test
    void takesInAHundredThousandRows() {
        var csv = IntStream.range(0, MANY)
                .mapToObj(number -> "%02d1%07d,見本髙﨑内科クリニック%d,1,160-9900,東京都新宿区見本町%d番,03-0000-0012,2001-10-22\n"
                        .formatted(number % 47 + 1, number, number, number))
                .collect(Collectors.joining(
                        "", "code,name,classification,postal_code,address,phone,registered_on\n", ""));

        assertThat(timed("new", csv).added()).isEqualTo(MANY);
        assertThat(timed("same", csv).same()).isEqualTo(MANY);
        assertThat(timed("changed", csv.replace("03-0000", "03-0001")).changed())
                .isEqualTo(MANY);
    }

    private Import timed(String kind, String csv) {
        var watch = new StopWatch();
        watch.start();
        var report = registry.importInstitutions(file(csv));
        watch.stop();
        LOG.info("{} {} rows in {} ms", MANY, kind, watch.getTotalTimeMillis());
        return report;
    }

    private static Qualification qualification(InstitutionCode code, PaymentMethod paymentMethod) {
        return new Qualification(code, LocalDate.of(2026, 4, 1), paymentMethod);
    }

    private static InputStream file(String csv) {
        return new ByteArrayInputStream(csv.getBytes(UTF_8));
    }
}
