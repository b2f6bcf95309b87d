package jp.fudamori.notice;

import static jp.fudamori.notice.MailKind.ACCEPTANCE;
import static jp.fudamori.notice.MailKind.ISSUED_AND_POSTED;
import static jp.fudamori.notice.MailKind.OVERDUE;
import static jp.fudamori.notice.MailKind.REJECTED;
import static jp.fudamori.notice.MailKind.REVIEW_REMINDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import jp.fudamori.IssuedApplications;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.ServerTest;
import jp.fudamori.TrackingNumbers;
import jp.fudamori.account.Account;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.account.Role;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.LineNumber;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.institution.InstitutionRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** Submission, rejection and a missing 利用申請 queue their mails through the real model; the others are queued here. */
@ServerTest
@RecordApplicationEvents
class MailDeskIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Autowired
    MailDesk desk;

    @Autowired
    LetterDesk letters;

    @Autowired
    PostingDesk postings;

    @Autowired
    Participants people;

    @Autowired
    IssuedApplications applications;

    @Autowired
    InstitutionRegistry institutions;

    @Autowired
    AccountDesk accounts;

    @Autowired
    CertificateDesk certificates;

    @Autowired
    GreenMail smtp;

    @Autowired
    ApplicationEvents events;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    Mails mails;

    @Autowired
    MailSecrets secrets;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    Person clinic;

    @BeforeEach
    void setUp() throws Exception {
        clock.standAt(TODAY.atTime(10, 0));
        clinic = people.clinic();
        smtp.purgeEmailFromAllMailboxes();
    }

    @Test
    void acceptanceArrivesAsItWasQueued() throws Exception {
        var number = submitted();

        desk.send(queued(ACCEPTANCE, number));

        var mail = received();
        assertThat(mail.getSubject()).isEqualTo("電子証明書 申請情報受付通知");
        assertThat(mail.getFrom()).containsExactly(new InternetAddress("no-reply@fudamori.example"));
        assertThat(mail.getRecipients(RecipientType.TO)).containsExactly(addressOf(clinic));
        assertThat(mail.getContentType()).isEqualToIgnoringWhitespace("text/plain; charset=UTF-8");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getSentDate()).isEqualTo("2026-11-20T10:00:00+09:00");
        assertThat(body(mail).replaceFirst("■照会コード：\\S+", "■照会コード：" + MailSecret.Kind.CODE.place()))
                .isEqualTo(stored(ACCEPTANCE, number, "body"))
                .startsWith(nameOf(clinic) + "\n事務部 鈴木花子 様\n")
                .contains("■受付番号：" + number, "■受付日時：2026年11月20日（金）10時00分", "■到着予定日：2026年11月30日（月）")
                .contains("■金額：1,500円（1枚）", "■お支払い方法：診療報酬からの控除（利用申請の登録による）");
    }

    @Test
    void messageIdIsFixedWhenTheMailIsQueued() throws Exception {
        var number = submitted();
        var messageId = stored(ACCEPTANCE, number, "message_id");

        desk.send(queued(ACCEPTANCE, number));

        assertThat(received().getMessageID()).isEqualTo(messageId).endsWith("@fudamori.example>");
    }

    @Test
    void sentTwiceArrivesOnce() {
        var number = submitted();

        desk.send(queued(ACCEPTANCE, number));
        desk.send(queued(ACCEPTANCE, number));

        assertThat(smtp.getReceivedMessages()).hasSize(1);
    }

    @Test
    void queuedTwiceIsOneMail() {
        var number = submitted();

        desk.acceptance(number);

        assertThat(mails(ACCEPTANCE, number)).hasSize(1);
        assertThat(announced(number)).containsExactlyElementsOf(mails(ACCEPTANCE, number));
    }

    @Test
    void nothingIsQueuedWhenTheCallerRollsBack() {
        var number = submitted();

        transaction.executeWithoutResult(status -> {
            desk.overdue(number, LocalDate.of(2026, 12, 7));
            status.setRollbackOnly();
        });

        assertThat(mails(OVERDUE, number)).isEmpty();
    }

    @Test
    void staysUnsentWhileTheServerIsDownAndGoesLater() {
        var number = submitted();
        var mailId = queued(ACCEPTANCE, number);
        var nowhere = new JavaMailSenderImpl();
        nowhere.setHost("127.0.0.1");
        nowhere.setPort(1);
        var cutOff = new Outbox(mails, new Postman(nowhere, from()), secrets, publisher, clock);

        assertThatExceptionOfType(MailSendException.class)
                .isThrownBy(() -> transaction.executeWithoutResult(status -> cutOff.send(mailId)));

        assertThat(stored(ACCEPTANCE, number, "sent_at")).isNull();
        desk.send(mailId);
        assertThat(smtp.getReceivedMessages()).hasSize(1);
        assertThat(stored(ACCEPTANCE, number, "sent_at")).isNotNull();
    }

    @Test
    void noValueAddsALineOrAHeader() throws Exception {
        var number = submitted();
        // the entry refuses such texts; whatever lets one past it must not reach the mail
        jdbc.sql("""
                update certificate_application
                   set contact_name = :contactName
                 where application_number = :number
                """)
                .param("contactName", "山田\r\nBcc: thief@evil.example")
                .param("number", number.value())
                .update();
        jdbc.sql("update application_line set terminal_name = :terminalName where application_number = :number")
                .param("terminalName", "<b>端末</b>\n※偽の案内")
                .param("number", number.value())
                .update();
        desk.overdue(number, LocalDate.of(2026, 12, 7));

        desk.send(queued(OVERDUE, number));

        var mail = received();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(body(mail)).contains("山田  Bcc: thief@evil.example 様\n", "■端末名称等：<b>端末</b> ※偽の案内\n");
    }

    @Test
    void overdueSaysUntilWhen() throws Exception {
        var number = submitted();
        desk.overdue(number, LocalDate.of(2026, 12, 7));

        desk.send(queued(OVERDUE, number));

        assertThat(received().getSubject()).isEqualTo("電子証明書発行申請 審査期限変更のお知らせ");
        assertThat(body(received())).contains("■これまでの審査期限：2026年11月30日（月）", "■新しい審査期限：2026年12月7日（月）");
    }

    @Test
    void rejectedSaysWhy() throws Exception {
        var number = applications.number(applications.rejected(clinic, "医療機関の廃止届が受理されています。"));

        desk.send(queued(REJECTED, number));

        assertThat(received().getSubject()).isEqualTo("電子証明書発行申請 審査結果のお知らせ");
        assertThat(body(received())).contains("■理由：医療機関の廃止届が受理されています。", "発行料は発生しません");
    }

    @Test
    void issuedAndPostedTellsTheTrackingNumberAndNoSecret() throws Exception {
        var number = applications.number(applications.application());
        var secrets = certificates.secrets(new LineNumber(number, 1));
        var trackingNumber = TrackingNumbers.next();
        var letter = letters.of(number).orElseThrow().number();
        letters.print(letter);
        postings.post(letter, trackingNumber, TODAY, people.dispatch().id());
        desk.issuedAndPosted(letter);

        desk.send(queued(ISSUED_AND_POSTED, number));

        assertThat(received().getSubject()).isEqualTo("電子証明書 発行のお知らせ");
        assertThat(body(received()))
                .contains("■お問い合わせ番号（書留）：" + trackingNumber, "■発送日：2026年11月20日（金）", "■発行料：1,500円（1枚）")
                .contains("■ダウンロード期限：2027年5月19日（水）23時59分", "　　　　　　2030年2月20日（水）まで")
                .doesNotContain(secrets.referenceId(), secrets.authorizationCode(), secrets.password());
    }

    @Test
    void qualificationMissingGoesToTheApplicant() throws Exception {
        var newcomer = people.clinicWithoutQualification();
        applications.ended(newcomer);

        desk.send(mailTo(newcomer));

        assertThat(received().getRecipients(RecipientType.TO)).containsExactly(addressOf(newcomer));
        assertThat(body(received())).startsWith(nameOf(newcomer) + " 御中\n").contains("■お待ちする期限：");
    }

    @Test
    void reviewReminderGoesToEveryReviewer() throws Exception {
        people.reviewer();
        people.staff("reviewer-b", Role.REVIEWER);
        var number = submitted();
        desk.reviewReminder(number);

        mails(REVIEW_REMINDER, number).forEach(desk::send);

        assertThat(smtp.getReceivedMessages())
                .extracting(mail -> mail.getRecipients(RecipientType.TO)[0].toString())
                .contains("reviewer-a@example.jp", "reviewer-b@example.jp")
                .containsExactlyInAnyOrderElementsOf(accounts.inRole(Role.REVIEWER).stream()
                        .map(Account::mail)
                        .toList());
        assertThat(body(smtp.getReceivedMessages()[0])).contains("■受付番号：" + number, "■審査期限：2026年11月30日（月）");
    }

    private ApplicationNumber submitted() {
        return applications.number(applications.submitted(clinic));
    }

    private long queued(MailKind kind, ApplicationNumber number) {
        var all = mails(kind, number);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private List<Long> mails(MailKind kind, ApplicationNumber number) {
        return jdbc.sql("select mail_id from mail where kind = :kind and reference = :reference")
                .param("kind", kind.code())
                .param("reference", number.value())
                .query(Long.class)
                .list();
    }

    private long mailTo(Person person) {
        return jdbc.sql("select mail_id from mail where recipient = :recipient")
                .param("recipient", person.account().mail())
                .query(Long.class)
                .single();
    }

    private List<Long> announced(ApplicationNumber number) {
        return events.stream(MailQueued.class)
                .filter(mail -> mail.reference().equals(number.value()))
                .map(MailQueued::mailId)
                .toList();
    }

    private String stored(MailKind kind, ApplicationNumber number, String column) {
        return jdbc.sql("select " + column + "::text from mail where kind = :kind and reference = :reference")
                .param("kind", kind.code())
                .param("reference", number.value())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private String nameOf(Person person) {
        return institutions.find(person.institution()).orElseThrow().name();
    }

    private static InternetAddress addressOf(Person person) throws Exception {
        return new InternetAddress(person.account().mail());
    }

    private MimeMessage received() {
        var all = Arrays.asList(smtp.getReceivedMessages());
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static String body(MimeMessage mail) throws Exception {
        return ((String) mail.getContent()).replace("\r\n", "\n");
    }

    private static InternetAddress from() {
        var from = new InternetAddress();
        from.setAddress("no-reply@fudamori.example");
        return from;
    }
}
