package jp.fudamori.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.fudamori.MovableClock;
import jp.fudamori.demo.Journey.Step;

/**
 * One application all the way: the clinic applies, the office lets its deadline pass and then approves, the letter is
 * posted, the clinic downloads. Goes through public interfaces only and keeps what comes out.
 */
final class CertificateJourney {

    private static final String CLINIC = "clinic1";
    private static final String OTHER_CLINIC = "clinic2";
    private static final String REVIEWER = "reviewer1";
    private static final String DISPATCH = "dispatch1";
    private static final String ADMINISTRATOR = "admin";

    private static final String CONTACT = "山田 花子";
    private static final String TRACKING_NUMBER = "131-12-38385-2";
    private static final String FEE = "1,500円";
    private static final DateTimeFormatter ENGINE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

    private final DevelopmentUrls urls;
    private final DemoAccounts accounts;
    private final MovableClock clock;
    private final JourneyMails mails;
    private final DevelopmentFolders folders;
    private final TaskDriver tasks = new TaskDriver(this::engine);

    private String instance = "";
    private String number = "";
    private PrintedSecrets secrets = PrintedSecrets.NONE;

    CertificateJourney(
            DevelopmentUrls urls,
            DemoAccounts accounts,
            MovableClock clock,
            MailFolder mails,
            DevelopmentFolders folders) {
        this.urls = urls;
        this.accounts = accounts;
        this.clock = clock;
        this.mails = new JourneyMails(mails);
        this.folders = folders;
    }

    Journey journey(PrintStream out) {
        return new Journey(
                List.of(
                        new Step("医療機関: 申請を始める", this::start),
                        new Step("医療機関: 利用申請を確認する", () -> work(CLINIC, "confirmQualification", Map.of())),
                        new Step("医療機関: 発行料に同意する", () -> work(CLINIC, "consentToFee", Map.of("consent", true))),
                        new Step("医療機関: 申請内容を入力する", this::enter),
                        new Step("医療機関: 確認して提出する", this::submit),
                        new Step("システム: 受付をメールで知らせる", this::receiveAcceptance),
                        new Step("他の医療機関: この申請は見えない", this::hideFromOthers),
                        new Step("システム: 3営業日後に審査を督促する", this::passReminder),
                        new Step("システム: 5営業日後に審査責任者へ上げる", this::passEscalation),
                        new Step("審査: 承認する", this::approve),
                        new Step("発送: 通知書を印刷する", this::print),
                        new Step("発送: 書留で発送する", this::post),
                        new Step("システム: 通知書の秘密を消す", this::destroyLetter),
                        new Step("医療機関: 証明書をダウンロードする", this::download),
                        new Step("医療機関: 証明書を検証する", this::verifyCertificate),
                        new Step("発送: 配達を記録する", this::deliver),
                        new Step("システム: 申請が完了している", this::end),
                        new Step("メール: 秘密が含まれていない", this::verifyMails)),
                this::state,
                out);
    }

    private String start() {
        instance = tasks.start(CLINIC, "certificate-application");
        return "プロセス " + instance;
    }

    private String work(String account, String task, Map<String, ?> fields) {
        tasks.complete(account, task, fields);
        return account;
    }

    private String enter() {
        return work(CLINIC, "enterApplication", Map.of("contactName", CONTACT, "terminalName", "受付PC1"));
    }

    private String submit() {
        work(CLINIC, "confirmApplication", Map.of("action", "submit"));
        number = Patience.await(
                "受付番号が付きません。",
                () -> Optional.ofNullable(engine(ADMINISTRATOR)
                        .get("/process-instance/" + instance)
                        .get("businessKey")
                        .textValue()));
        tasks.follow(number);
        return "受付番号 " + number;
    }

    private String receiveAcceptance() {
        var mail = mails.await("受付", candidate -> candidate.body().contains(number));
        var timesFee = mail.body().split(FEE, -1).length - 1;
        if (timesFee != 1) {
            throw new IllegalStateException("受付メールに発行料 %s が %d 回出ています。".formatted(FEE, timesFee));
        }
        return "「%s」 %s へ".formatted(mail.subject(), mail.to());
    }

    private String hideFromOthers() {
        var status = web(OTHER_CLINIC).statusOf("/api/applications/" + number);
        if (status != 404) {
            throw new IllegalStateException("他の医療機関への応答が %d です。".formatted(status));
        }
        return "404";
    }

    private String passReminder() {
        var due = passNextTimer();
        var mail = mails.await("督促", candidate -> candidate.to().contains(REVIEWER));
        return "%s に「%s」".formatted(due, mail.subject());
    }

    private String passEscalation() {
        var due = passNextTimer();
        var mail = mails.await("遅延", candidate -> candidate.to().contains(CLINIC));
        return "%s に「%s」".formatted(due, mail.subject());
    }

    /** Moves the clock just behind the timer that is due next and waits until the server has worked it off. */
    private LocalDateTime passNextTimer() {
        var timers = "/job?maxResults=1&timers=true&sortBy=jobDueDate&sortOrder=asc&processInstanceId=" + instance;
        var timer = Patience.await(
                "期限タイマーがありません。",
                () -> Optional.ofNullable(engine(ADMINISTRATOR).get(timers).get(0)));
        var due = dueDate(timer);
        clock.runFrom(due.plusMinutes(1));
        var job = "/job/" + timer.get("id").textValue();
        Patience.await(
                "期限が過ぎてもタイマーが動きません。",
                () -> engine(ADMINISTRATOR).statusOf(job) == 404 ? Optional.of(job) : Optional.empty());
        return due;
    }

    private static LocalDateTime dueDate(JsonNode job) {
        return OffsetDateTime.parse(job.get("dueDate").textValue(), ENGINE_TIME)
                .atZoneSameInstant(MovableClock.TOKYO)
                .toLocalDateTime();
    }

    private String approve() {
        return work(REVIEWER, "reviewApplication", Map.of("decision", "approve", "reason", "登録内容と一致しています。"));
    }

    private String print() throws Exception {
        tasks.await(DISPATCH, "postLetter");
        Files.write(letter(), web(DISPATCH).getBytes("/api/letters/" + number));
        var text = LetterText.of(letter());
        if (!text.contains(CONTACT)) {
            throw new IllegalStateException("通知書に担当者名がありません。");
        }
        secrets = PrintedSecrets.readFrom(text);
        return letter().toString();
    }

    private String post() {
        work(DISPATCH, "postLetter", Map.of("trackingNumber", TRACKING_NUMBER, "postedOn", today().toString()));
        var mail = mails.await("発送", candidate -> candidate.body().contains(TRACKING_NUMBER));
        return "「%s」".formatted(mail.subject());
    }

    private String destroyLetter() {
        var status = web(DISPATCH).statusOf("/api/letters/" + number);
        if (status / 100 != 4) {
            throw new IllegalStateException("発送後も通知書を取り出せます（%d）。".formatted(status));
        }
        return String.valueOf(status);
    }

    private String download() throws Exception {
        var pkcs12 = WebClient.anonymous(urls.download())
                .postForm(
                        "",
                        Map.of("referenceId", secrets.referenceId(), "authorizationCode", secrets.authorizationCode()));
        Files.write(pkcs12(), pkcs12);
        return pkcs12().toString();
    }

    private String verifyCertificate() throws Exception {
        var issued = IssuedKeyStore.open(Files.readAllBytes(pkcs12()), secrets.password());
        issued.checkValidity(today());
        issued.checkChain(clock.instant());
        issued.writeTo(folders.root());
        var openSsl = IssuedKeyStore.checkWithOpenSsl(folders.root(), secrets.password(), clock.instant());
        return "%s から %s まで有効、PKIX に合格、%s".formatted(issued.validFrom(), issued.validUntil(), openSsl);
    }

    private String deliver() {
        clock.runFrom(LocalDateTime.now(clock).plusDays(1));
        return work(DISPATCH, "recordDelivery", Map.of("deliveredOn", today().toString()));
    }

    private String end() {
        return Patience.await(
                "プロセスが終わりません。",
                () -> Optional.of(engine(ADMINISTRATOR)
                                .get("/history/process-instance/" + instance)
                                .get("state")
                                .textValue())
                        .filter("COMPLETED"::equals));
    }

    private String verifyMails() throws Exception {
        mails.writeTexts(folders.mail());
        mails.checkFreeOf(secrets.all());
        return "%d 通、%s".formatted(mails.count(), folders.mail());
    }

    private String state() {
        return number.isEmpty()
                ? tasks.openTasks(ADMINISTRATOR)
                : web(CLINIC).get("/api/applications/" + number).path("state").asText() + " "
                        + tasks.openTasks(ADMINISTRATOR);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Path letter() {
        return folders.root().resolve("letter.pdf");
    }

    private Path pkcs12() {
        return folders.root().resolve("certificate.p12");
    }

    private WebClient engine(String account) {
        return WebClient.as(accounts.find(account), urls.engineRest());
    }

    private WebClient web(String account) {
        return WebClient.as(accounts.find(account), urls.web());
    }
}
