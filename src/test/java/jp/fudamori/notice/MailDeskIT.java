package jp.fudamori.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import jp.fudamori.MovableClock;
import jp.fudamori.ServerTest;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.ApplicationNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
@Import(Cases.class)
@RecordApplicationEvents
class MailDeskIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Autowired
    MailDesk desk;

    @Autowired
    LetterDesk letters;

    @Autowired
    Cases cases;

    @Autowired
    GreenMail smtp;

    @Autowired
    ApplicationEvents events;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    MailWriter writer;

    @Autowired
    Mails mails;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void setUp() throws Exception {
        clock.standAt(TODAY.atTime(10, 0));
        smtp.purgeEmailFromAllMailboxes();
    }

    @Test
    void acceptanceArrivesAsItWasQueued() throws Exception {
        var number = cases.submitted();
        desk.acceptance(number);

        desk.send(queued(number).get(0));

        var mail = received();
        assertThat(mail.getSubject()).isEqualTo("電子証明書 申請情報受付通知");
        assertThat(mail.getFrom()).containsExactly(new InternetAddress("no-reply@fudamori.example"));
        assertThat(mail.getRecipients(RecipientType.TO)).containsExactly(new InternetAddress("sakura@clinic.example"));
        assertThat(mail.getContentType()).isEqualToIgnoringWhitespace("text/plain; charset=UTF-8");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getSentDate()).isEqualTo("2026-11-20T10:00:00+09:00");
        assertThat(body(mail))
                .isEqualTo(stored(number, "body"))
                .startsWith(Example.CLINIC_NAME + "\n" + Example.CONTACT + " 様\n")
                .contains("■受付番号：" + number, "■受付日時：2026年11月20日（金）10時00分", "■到着予定日：2026年11月30日（月）")
                .contains("■お支払い方法：診療報酬からの控除（利用申請の登録による）");
    }

    @Test
    void messageIdIsFixedWhenTheMailIsQueued() throws Exception {
        var number = cases.submitted();
        desk.acceptance(number);
        var messageId = stored(number, "message_id");

        desk.send(queued(number).get(0));

        assertThat(received().getMessageID()).isEqualTo(messageId).endsWith("@fudamori.example>");
    }

    @Test
    void sentTwiceArrivesOnce() {
        var number = cases.submitted();
        desk.acceptance(number);

        desk.send(queued(number).get(0));
        desk.send(queued(number).get(0));

        assertThat(smtp.getReceivedMessages()).hasSize(1);
    }

    @Test
    void queuedTwiceIsOneMail() {
        var number = cases.submitted();

        desk.acceptance(number);
        desk.acceptance(number);

        assertThat(queued(number)).hasSize(1);
    }

    @Test
    void nothingIsQueuedWhenTheCallerRollsBack() {
        var number = cases.submitted();

        transaction.executeWithoutResult(status -> {
            desk.acceptance(number);
            status.setRollbackOnly();
        });

        assertThat(jdbc.sql("select count(*) from mail where reference = :reference")
                        .param("reference", number.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void staysUnsentWhileTheServerIsDownAndGoesLater() {
        var number = cases.submitted();
        desk.acceptance(number);
        var mailId = queued(number).get(0);
        var nowhere = new JavaMailSenderImpl();
        nowhere.setHost("127.0.0.1");
        nowhere.setPort(1);
        var cutOff = new MailDesk(mails, writer, new Postman(nowhere, from()), publisher, clock);

        assertThatExceptionOfType(MailSendException.class)
                .isThrownBy(() -> transaction.executeWithoutResult(status -> cutOff.send(mailId)));

        assertThat(stored(number, "sent_at")).isNull();
        desk.send(mailId);
        assertThat(smtp.getReceivedMessages()).hasSize(1);
        assertThat(stored(number, "sent_at")).isNotNull();
    }

    @Test
    void noValueAddsALineOrAHeader() throws Exception {
        var number = cases.submitted("山田\r\nBcc: thief@evil.example", "<b>端末</b>\n※偽の案内");
        desk.acceptance(number);

        desk.send(queued(number).get(0));

        var mail = received();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(body(mail)).contains("山田  Bcc: thief@evil.example 様\n", "■端末名称等：<b>端末</b> ※偽の案内\n");
    }

    @Test
    void overdueSaysUntilWhen() throws Exception {
        var number = cases.submitted();
        desk.overdue(number, LocalDate.of(2026, 12, 7));

        desk.send(queued(number).get(0));

        assertThat(received().getSubject()).isEqualTo("電子証明書発行申請 審査期限変更のお知らせ");
        assertThat(body(received())).contains("■これまでの審査期限：2026年11月30日（月）", "■新しい審査期限：2026年12月7日（月）");
    }

    @Test
    void rejectedSaysWhy() throws Exception {
        var number = cases.rejected("医療機関の廃止届が受理されています。");
        desk.rejected(number);

        desk.send(queued(number).get(0));

        assertThat(received().getSubject()).isEqualTo("電子証明書発行申請 審査結果のお知らせ");
        assertThat(body(received())).contains("■理由：医療機関の廃止届が受理されています。", "発行料は発生しません");
    }

    @Test
    void issuedAndPostedTellsTheTrackingNumberAndNoSecret() throws Exception {
        var number = cases.issued();
        letters.print(number);
        letters.post(number, TrackingNumber.parse("319-12-34567-3"), TODAY, new AccountId("dispatch1"));
        desk.issuedAndPosted(number);

        desk.send(queued(number).get(0));

        assertThat(received().getSubject()).isEqualTo("電子証明書 発行のお知らせ");
        assertThat(body(received()))
                .contains("■お問い合わせ番号（書留）：319-12-34567-3", "■発送日：2026年11月20日（金）")
                .contains("■ダウンロード期限：2027年5月19日（水）23時59分", "　　　　　　2030年2月20日（水）まで")
                .doesNotContain(Cases.SECRETS);
    }

    @Test
    void qualificationMissingGoesToTheApplicant() throws Exception {
        desk.qualificationMissing(Example.CODE, Example.CLINIC, "draft-7");

        desk.send(queuedFor("draft-7").get(0));

        assertThat(received().getRecipients(RecipientType.TO))
                .containsExactly(new InternetAddress("sakura@clinic.example"));
        assertThat(body(received())).startsWith(Example.CLINIC_NAME + " 御中\n").contains("1. オンライン資格確認の利用申請を行ってください。");
    }

    @Test
    void reviewReminderGoesToEveryReviewer() throws Exception {
        var number = cases.submitted();
        desk.reviewReminder(number);

        queued(number).forEach(desk::send);

        assertThat(smtp.getReceivedMessages())
                .extracting(mail -> mail.getRecipients(RecipientType.TO)[0].toString())
                .containsExactlyInAnyOrder("reviewer1@fudamori.example", "reviewer2@fudamori.example");
        assertThat(body(smtp.getReceivedMessages()[0])).contains("■受付番号：" + number, "■審査期限：2026年11月30日（月）");
    }

    private List<Long> queued(ApplicationNumber number) {
        return queuedFor(number.value());
    }

    private List<Long> queuedFor(String reference) {
        return events.stream(MailQueued.class)
                .filter(mail -> mail.reference().equals(reference))
                .map(MailQueued::mailId)
                .toList();
    }

    private String stored(ApplicationNumber number, String column) {
        return jdbc.sql("select " + column + "::text from mail where reference = :reference")
                .param("reference", number.value())
                .query(String.class)
                .optional()
                .orElse(null);
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
