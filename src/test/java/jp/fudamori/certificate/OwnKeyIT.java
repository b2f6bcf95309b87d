package jp.fudamori.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import jp.fudamori.Client;
import jp.fudamori.IssuedApplications;
import jp.fudamori.MovableClock;
import jp.fudamori.OpenSsl;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.RenewalCases;
import jp.fudamori.ServerTest;
import jp.fudamori.application.LineNumber;
import jp.fudamori.ca.KeyAlgorithm;
import jp.fudamori.ca.KeyGate;
import jp.fudamori.ca.Requests;
import jp.fudamori.common.Refusal;
import jp.fudamori.renewal.RenewalDesk;
import jp.fudamori.renewal.RenewalHandover;
import jp.fudamori.web.PageClient;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 持込鍵 from the page to the certificate. */
@ServerTest
class OwnKeyIT {

    private static final String PAGE = "/certificates/own-keys";
    private static final String TERMINAL = "ベンダー端末1号機";

    @LocalServerPort
    private int port;

    @Autowired
    private OwnKeyDesk desk;

    @Autowired
    private CertificateDesk certificates;

    @Autowired
    private DownloadDesk downloads;

    @Autowired
    private IssuedApplications applications;

    @Autowired
    private Participants people;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RenewalCases cases;

    @Autowired
    private RenewalDesk renewals;

    @Autowired
    private RenewalHandover handover;

    private Person clinic;

    @BeforeEach
    void aClinic() {
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 0));
        clinic = people.clinic();
    }

    private static String pem(byte[] request) {
        return OpenSsl.pem("CERTIFICATE REQUEST", request);
    }

    private LineNumber issue(List<String> terminals) {
        var instance = applications.submitted(clinic, terminals);
        people.reviewer().complete(instance, "reviewApplication", Map.of("decision", "approve"));
        applications.runJobs(instance, "vetCertificate");
        applications.runJobs(instance, "signCertificate");
        return new LineNumber(applications.number(instance), 1);
    }

    @Test
    void theClinicGetsACertificateForItsOwnKeyAndNoPassword() {
        var openSsl = new OpenSsl();
        openSsl.run(
                "req -new -newkey rsa:2048 -nodes -keyout key.pem -out request.pem -subj /CN=root.example".split(" "));
        var visitor = PageClient.of(clinic, port);

        var taken = visitor.send(
                PAGE, Map.of("terminalName", TERMINAL, "request", openSsl.run("req", "-in", "request.pem")));
        assertThat(taken.statusCode()).isEqualTo(303);
        assertThat(visitor.get(PAGE).body()).contains(TERMINAL, "RSA 2048", "root.example");
        var line = issue(List.of(TERMINAL, "受付2号機"));

        var secrets = certificates.secrets(line);
        assertThat(secrets.hasPassword()).isFalse();
        var file = downloads.download(secrets.referenceId(), secrets.authorizationCode(), "127.0.0.1");
        assertThat(file.fileName()).endsWith("-001.pem");
        openSsl.with("chain.pem", file.content());
        assertThat(openSsl.run("x509", "-in", "chain.pem", "-noout", "-subject"))
                .contains(clinic.institution() + "-001")
                .doesNotContain("root.example");
        assertThat(openSsl.run("x509", "-in", "chain.pem", "-noout", "-pubkey"))
                .isEqualTo(openSsl.run("pkey", "-in", "key.pem", "-pubout"));
        assertThat(new String(file.content(), StandardCharsets.US_ASCII).split("BEGIN CERTIFICATE"))
                .hasSize(4);
        assertThat(visitor.get(PAGE).body()).doesNotContain(TERMINAL);
        var other = certificates.secrets(new LineNumber(line.application(), 2));
        assertThat(other.hasPassword()).isTrue();
        assertThat(downloads
                        .download(other.referenceId(), other.authorizationCode(), "127.0.0.1")
                        .fileName())
                .endsWith("-002.p12");
    }

    @Test
    void noPrivateKeyOfItIsEverStored() {
        desk.offer(clinic.institution(), TERMINAL, Requests.of(KeyAlgorithm.EC_P256.generate()), clinic.id());

        var line = issue(List.of(TERMINAL));

        var row = jdbc.sql("select own_key, private_key from certificate where application_number = ?")
                .param(line.application().value())
                .query()
                .singleRow();
        assertThat(row).containsEntry("own_key", true).containsEntry("private_key", null);
    }

    @Test
    void aKeyServesOneTerminalOnly() {
        var request = Requests.of(KeyAlgorithm.EC_P256.generate());
        var institution = clinic.institution();
        desk.offer(institution, TERMINAL, request, clinic.id());

        desk.offer(institution, TERMINAL, request, clinic.id());
        assertThat(desk.waiting(institution)).hasSize(1);
        assertRefused("key-waits-elsewhere", clinic, "別の端末", request);
        assertRefused("key-waits-elsewhere", people.clinic(), TERMINAL, request);

        issue(List.of(TERMINAL));
        assertRefused("key-used-before", clinic, TERMINAL, request);
    }

    private void assertRefused(String reason, Person who, String terminal, byte[] request) {
        assertThatThrownBy(() -> desk.offer(who.institution(), terminal, request, who.id()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason().code()).isEqualTo(reason));
    }

    @Test
    void aKeyOfARejectedApplicationMayBeOfferedAgainByItsOwner() {
        var request = Requests.of(KeyAlgorithm.EC_P256.generate());
        desk.offer(clinic.institution(), TERMINAL, request, clinic.id());
        var instance = applications.submitted(clinic, List.of(TERMINAL));
        assertRefused("key-waits-elsewhere", clinic, TERMINAL, request);

        people.reviewer().complete(instance, "reviewApplication", Map.of("decision", "reject", "reason", "重複"));

        assertRefused("key-waits-elsewhere", people.clinic(), TERMINAL, request);
        desk.offer(clinic.institution(), TERMINAL, request, clinic.id());
        assertThat(desk.waiting(clinic.institution())).hasSize(1);
    }

    private ProcessInstance givenBack(List<String> terminals) {
        var instance = applications.submitted(clinic, terminals);
        people.reviewer()
                .complete(
                        instance,
                        "reviewApplication",
                        Map.of("decision", "return", "terminalRemark", "見分けられる名称にしてください。"));
        return instance;
    }

    private void correct(ProcessInstance instance, String terminals) {
        clinic.complete(instance, "correctApplication", Map.of("contactName", "佐藤", "terminalNames", terminals));
    }

    private boolean hasOwnKey(LineNumber line) {
        return jdbc.sql("select own_key from certificate where application_number = ? and line = ?")
                .params(line.application().value(), line.position())
                .query(Boolean.class)
                .single();
    }

    /** Of all its lines, from the first on. */
    private List<Boolean> issued(ProcessInstance instance, int lines) {
        people.reviewer().complete(instance, "reviewApplication", Map.of("decision", "approve"));
        applications.runJobs(instance, "vetCertificate");
        return IntStream.rangeClosed(1, lines)
                .mapToObj(line -> hasOwnKey(new LineNumber(applications.number(instance), line)))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"診察室,受付1", "受付1,診察室", "受付1,受付2", "受付3,受付4"})
    void aKeyFollowsItsTerminalThroughACorrection(String first, String second) {
        desk.offer(clinic.institution(), "受付1", Requests.of(KeyAlgorithm.EC_P256.generate()), clinic.id());
        var instance = givenBack(List.of("受付1", "受付2"));

        correct(instance, first + "\n" + second);

        assertThat(desk.of(applications.number(instance)))
                .extracting(OwnKey::terminalName)
                .containsExactly(second.equals("受付1") ? second : first);
        assertThat(issued(instance, 2)).isEqualTo(second.equals("受付1") ? List.of(false, true) : List.of(true, false));
    }

    @Test
    void theKeyOfATerminalThatIsLeftOutWaitsAgain() {
        desk.offer(clinic.institution(), "受付1", Requests.of(KeyAlgorithm.EC_P256.generate()), clinic.id());
        var instance = givenBack(List.of("受付1", "受付2"));

        correct(instance, "受付2");

        assertThat(desk.waiting(clinic.institution()))
                .extracting(OwnKey::terminalName)
                .containsExactly("受付1");
        assertThat(issued(instance, 1)).containsExactly(false);
    }

    @Test
    void whereNobodyCanTellWhoseKeyItIsTheClinicSendsItAgain() {
        desk.offer(clinic.institution(), "受付1", Requests.of(KeyAlgorithm.EC_P256.generate()), clinic.id());
        var instance = givenBack(List.of("受付1", "受付2"));
        assertThatThrownBy(() -> correct(instance, "受付3")).hasStackTraceContaining("どの端末名称等に変わったのか分かりません");
        assertThat(desk.of(applications.number(instance))).hasSize(1);

        desk.offer(clinic.institution(), "受付3", Requests.of(KeyAlgorithm.EC_P384.generate()), clinic.id());
        correct(instance, "受付3");

        assertThat(desk.of(applications.number(instance)))
                .extracting(OwnKey::algorithm)
                .containsExactly("EC_P384");
        assertThat(issued(instance, 1)).containsExactly(true);
    }

    @Test
    void aKeyThatIsRegisteredAnewBeforeTheCorrectionTakesThePlace() {
        desk.offer(clinic.institution(), TERMINAL, Requests.of(KeyAlgorithm.EC_P256.generate()), clinic.id());
        var instance = givenBack(List.of(TERMINAL));
        desk.offer(clinic.institution(), TERMINAL, Requests.of(KeyAlgorithm.EC_P384.generate()), clinic.id());

        correct(instance, TERMINAL);

        assertThat(desk.of(applications.number(instance)))
                .extracting(OwnKey::algorithm)
                .containsExactly("EC_P384");
        assertThat(desk.waiting(clinic.institution())).isEmpty();
    }

    @Test
    void aTerminalWithAKeyOfItsOwnIsRenewedWithAnotherOneOfItsOwn() {
        desk.offer(clinic.institution(), TERMINAL, Requests.of(KeyAlgorithm.EC_P256.generate()), clinic.id());
        var line = issue(List.of(TERMINAL));
        clock.standAt(cases.daysBefore(line, 30));
        assertThatThrownBy(() -> renewals.requestAtTerminal(line))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(RenewalReason.OWN_KEY_MISSING));

        var pair = KeyAlgorithm.EC_P256.generate();
        desk.offer(clinic.institution(), TERMINAL, Requests.of(pair), clinic.id());
        var made = renewals.requestAtTerminal(line);
        cases.issue(cases.process(line));

        assertThat(hasOwnKey(made)).isTrue();
        assertThat(desk.waiting(clinic.institution())).isEmpty();
        var file = handover.fetch(line, "", "127.0.0.1");
        assertThat(file.fileName()).endsWith(".pem");
        assertThat(new OpenSsl()
                        .with("chain.pem", file.content())
                        .run("x509", "-in", "chain.pem", "-noout", "-pubkey")
                        .replaceAll("-----[A-Z ]+-----|\\s", ""))
                .isEqualTo(Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
    }

    @Test
    void anotherKeyForTheSameTerminalTakesThePlaceAndCanBeWithdrawn() {
        desk.offer(clinic.institution(), TERMINAL, Requests.of(KeyAlgorithm.EC_P256.generate()), clinic.id());
        desk.offer(clinic.institution(), TERMINAL, Requests.of(KeyAlgorithm.EC_P384.generate()), clinic.id());
        assertThat(desk.waiting(clinic.institution()))
                .extracting(OwnKey::algorithm)
                .containsExactly("EC_P384");

        var visitor = PageClient.of(clinic, port);
        visitor.send(PAGE, PAGE + "/withdrawal", Map.of("terminalName", TERMINAL));

        assertThat(desk.waiting(clinic.institution())).isEmpty();
    }

    @Test
    void eachRefusalStandsAtItsFieldWithEverythingTyped() {
        var visitor = PageClient.of(clinic, port);
        var proper = pem(Requests.of(KeyAlgorithm.EC_P256.generate()));

        var nameless = visitor.send(PAGE, Map.of("terminalName", "", "request", proper));
        var unreadable = visitor.send(PAGE, Map.of("terminalName", TERMINAL, "request", "PKCS10です"));

        assertThat(nameless.statusCode()).isEqualTo(422);
        assertThat(nameless.body()).contains("href=\"#terminalName\"", "端末名称等を入力してください。", "BEGIN CERTIFICATE REQUEST");
        assertThat(unreadable.statusCode()).isEqualTo(422);
        assertThat(unreadable.body()).contains("href=\"#request\"", "読み取れません", TERMINAL, "PKCS10です");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFileIsTakenInBothItsForms(boolean pem) {
        var request = Requests.of(KeyAlgorithm.EC_P256.generate());

        var answer = choose("", pem ? pem(request).getBytes(StandardCharsets.US_ASCII) : request);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(desk.waiting(clinic.institution()))
                .singleElement()
                .extracting(OwnKey::terminalName)
                .isEqualTo(TERMINAL);
    }

    @Test
    void whatIsWrongWithAFileStandsAtItsField() {
        var proper = Requests.of(KeyAlgorithm.EC_P256.generate());

        var unreadable = choose("", "PKCS10です".getBytes(StandardCharsets.UTF_8));
        var tooLong = choose("", Arrays.copyOf(proper, KeyGate.MOST_BYTES + 1));
        var huge = choose("", new byte[900_000]);
        var both = choose(pem(proper), proper);
        var none = choose("", new byte[0]);

        assertThat(List.of(unreadable, tooLong, huge)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("href=\"#file\"", "読み取れません", TERMINAL);
        });
        assertThat(both.statusCode()).isEqualTo(422);
        assertThat(both.body()).contains("href=\"#file\"", "どちらか一方", "BEGIN CERTIFICATE REQUEST");
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("href=\"#request\"");
        assertThat(choose("", new byte[2_000_000]).statusCode()).isEqualTo(413);
        assertThat(desk.waiting(clinic.institution())).isEmpty();
    }

    private HttpResponse<String> choose(String request, byte[] file) {
        var client = Client.portal(port, clinic.account().mail(), Participants.PASSWORD);
        return client.postFile(PAGE, PAGE, Map.of("terminalName", TERMINAL, "request", request), file);
    }

    @Test
    void staffHaveNoSuchPage() {
        assertThat(PageClient.of(people.reviewer(), port).get(PAGE).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whateverIsSentNoRequestFails() {
        var visitor = PageClient.of(clinic, port);
        var random = new Random(7);
        var seed = pem(Requests.of(KeyAlgorithm.EC_P256.generate()));

        for (int round = 0; round < 60; round++) {
            var text = new StringBuilder(seed);
            for (int change = random.nextInt(6); change >= 0; change--) {
                text.setCharAt(random.nextInt(text.length()), (char) (1 + random.nextInt(0x2fff)));
            }
            var answer = visitor.send(PAGE, Map.of("terminalName", TERMINAL, "request", text.toString()));
            assertThat(answer.statusCode()).as(text.toString()).isIn(303, 422);
        }
    }
}
