package jp.fudamori.process.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import com.icegreen.greenmail.util.GreenMail;
import java.util.Arrays;
import java.util.Map;
import jp.fudamori.IssuedApplications;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.Registrants;
import jp.fudamori.ScriptedSmtp;
import jp.fudamori.ServerTest;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.account.MailChangeDesk;
import jp.fudamori.account.Role;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@ServerTest
class MailDeliveryIT {

    @Autowired
    ProcessEngine engine;

    @Autowired
    Participants people;

    @Autowired
    AccountDesk accounts;

    @Autowired
    MailChangeDesk mailChanges;

    @Autowired
    IssuedApplications applications;

    @Autowired
    Registrants registrants;

    @Autowired
    GreenMail smtp;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void setUp() {
        AbstractAssertions.init(engine);
    }

    @Test
    void sendsTheMailOnce() {
        var clinic = people.clinic();
        var mail = acceptanceOf(applications.submitted(clinic));

        execute(job("sendMail", mail));

        assertThat(mail).isEnded().hasPassed("mailSent");
        assertThat(received(clinic)).isOne();
    }

    @Test
    void triesAgainForDaysAndThenWaitsForAnOperatorWhenTheServerIsDown() {
        var clinic = people.clinic();
        var mail = acceptanceOf(applications.submitted(clinic));
        var job = job("sendMail", mail).getId();
        smtp.stop();
        try {
            assertThat(triesUntilIncident(job)).isEqualTo(23);
        } finally {
            smtp.start();
        }
        assertThat(received(clinic)).isZero();

        engine.getManagementService().setJobRetries(job, 1);
        execute(job("sendMail", mail));

        assertThat(mail).isEnded().hasPassed("mailSent");
        assertThat(received(clinic)).isOne();
    }

    @Test
    void aServerThatAsksForPatienceGetsIt() {
        var clinic = people.clinic();
        var mail = acceptanceOf(applications.submitted(clinic));
        var job = job("sendMail", mail);

        answering("451 4.7.1 Greylisted", () -> assertThatThrownBy(() -> execute(job)));

        assertThat(mail).isWaitingAt("sendMail").hasNotPassed("addressRefused");
        execute(job("sendMail", mail));
        assertThat(received(clinic)).isOne();
    }

    @Test
    void aRefusedAddressIsCorrectedByTelephone() {
        var clinic = people.clinic();
        var mail = refused(clinic);
        var corrected = "new-" + clinic.account().mail();

        assertThat(mail).isWaitingAt("correctAddress").hasPassed("addressRefused");
        assertThat(engine.getTaskService().getVariablesLocal(task(mail).getId()))
                .containsEntry("mailKind", "受付")
                .containsEntry("subject", "電子証明書 申請情報受付通知")
                .containsEntry("recipient", clinic.account().mail())
                .containsEntry("answer", "550 5.1.1 No such user")
                .containsEntry("phone", "06-1234-5678");
        var clerk = people.staff(Role.CALL_CENTRE);
        clerk.complete(mail, "correctAddress", sendTo(corrected, corrected));
        execute(job("sendMail", mail));

        assertThat(mail).isEnded().hasPassed("isAddressCorrected", "mailSent").hasNotPassed("mailGivenUp");
        assertThat(received(corrected)).isOne();
        assertThat(received(clinic)).isZero();
        assertThat(audit(clerk, "mail-address-corrected"))
                .contains("受付", clinic.account().mail() + " → " + corrected);
        assertThat(stored(mail, "recipient")).isEqualTo(clinic.account().mail());
        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(mail.getId())
                        .variableNameLike("corrected%")
                        .list())
                .isEmpty();
    }

    @Test
    void theAccountGetsTheCorrectedAddressOnceItsLinkIsOpened() {
        var clinic = people.clinic();
        var mail = refused(clinic);
        var corrected = "right-" + clinic.account().mail();

        people.staff(Role.CALL_CENTRE).complete(mail, "correctAddress", sendTo(corrected, corrected));

        assertThat(accounts.find(clinic.id()).orElseThrow().mail())
                .isEqualTo(clinic.account().mail());
        mailChanges.confirm(registrants.token(corrected), Registrants.NETWORK);
        assertThat(accounts.find(clinic.id()).orElseThrow().mail()).isEqualTo(corrected);
    }

    @Test
    void anAddressThatIsRefusedAgainIsAskedForAgain() {
        var mail = refused(people.clinic());
        var clerk = people.staff(Role.CALL_CENTRE);
        clerk.complete(mail, "correctAddress", sendTo("still@wrong.example", "still@wrong.example"));

        answering("553 5.1.3 Bad address", () -> execute(job("sendMail", mail)));

        assertThat(mail).isWaitingAt("correctAddress");
        assertThat(engine.getTaskService().getVariablesLocal(task(mail).getId()))
                .containsEntry("recipient", "still@wrong.example")
                .containsEntry("answer", "553 5.1.3 Bad address");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "right@clinic.example, wrong@clinic.example, 一致しません",
        "right@clinic.example, '', メールアドレスを",
        "'', '', メールアドレスを",
        "鈴木花子, 鈴木花子, メールアドレスを",
    })
    void anAddressThatIsNotSurelyTheRightOneIsNotTaken(String typed, String again, String told) {
        var mail = refused(people.clinic());
        var clerk = people.staff(Role.CALL_CENTRE);

        assertThatThrownBy(() -> clerk.complete(mail, "correctAddress", sendTo(typed, again)))
                .hasMessageContaining(told);

        assertThat(mail).isWaitingAt("correctAddress");
        assertThat(stored(mail, "corrected_recipient")).isNull();
    }

    @Test
    void aMailIsGivenUpForAReasonAndStaysOnRecord() {
        var clinic = people.clinic();
        var mail = refused(clinic);
        var clerk = people.staff(Role.CALL_CENTRE);
        assertThatThrownBy(() -> clerk.complete(mail, "correctAddress", Map.of("outcome", "giveUp")))
                .hasMessageContaining("理由");

        clerk.complete(mail, "correctAddress", Map.of("outcome", "giveUp", "reason", "内容を電話で伝えた。"));

        assertThat(mail).isEnded().hasPassed("mailGivenUp").hasNotPassed("mailSent");
        assertThat(stored(mail, "give_up_reason")).isEqualTo("内容を電話で伝えた。");
        assertThat(stored(mail, "sent_at")).isNull();
        assertThat(audit(clerk, "mail-given-up")).contains(clinic.account().mail(), "内容を電話で伝えた。");
        assertThat(received(clinic)).isZero();
    }

    @Test
    void aLinkThatItsAddressDoesNotTakeGoesToNoOtherAddress() {
        var registrant = registrants.mail();
        registrants.request(registrant);
        var mail = registrants.mailTo(registrant);

        answering("550 5.1.1 No such user", () -> execute(job("sendMail", mail)));

        assertThat(mail).isEnded().hasPassed("linkUndeliverable", "linkGivenUp").hasNotPassed("correctAddress");
        assertThat(stored(mail, "sealed_link")).isNull();
        assertThat(stored(mail, "given_up_at")).isNotNull();
        assertThat(received(registrant)).isZero();
    }

    private ProcessInstance acceptanceOf(ProcessInstance application) {
        var number = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(application.getId())
                .singleResult()
                .getBusinessKey();
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey(MailDeliveryModel.KEY)
                .singleResult();
    }

    private ProcessInstance refused(Person clinic) {
        var mail = acceptanceOf(applications.submitted(clinic));
        answering("550 5.1.1 No such user", () -> execute(job("sendMail", mail)));
        return mail;
    }

    private int triesUntilIncident(String job) {
        var tries = 0;
        while (retries(job) > 0) {
            assertThatThrownBy(() -> engine.getManagementService().executeJob(job));
            tries++;
        }
        assertThat(engine.getRuntimeService()
                        .createIncidentQuery()
                        .configuration(job)
                        .count())
                .isOne();
        return tries;
    }

    private int retries(String job) {
        return engine.getManagementService()
                .createJobQuery()
                .jobId(job)
                .singleResult()
                .getRetries();
    }

    /** Lets another server take the place of the real one meanwhile. */
    private void answering(String answer, Runnable action) {
        var port = sender.getPort();
        try (var scripted = ScriptedSmtp.answering(answer)) {
            sender.setPort(scripted.port());
            action.run();
        } finally {
            sender.setPort(port);
        }
    }

    private static Map<String, Object> sendTo(String typed, String again) {
        return Map.of("outcome", "send", "correctedAddress", typed, "correctedAddressAgain", again);
    }

    private String audit(Person by, String action) {
        return jdbc.sql("select detail from audit_entry where actor = :actor and action = :action")
                .param("actor", by.id().value())
                .param("action", action)
                .query(String.class)
                .single();
    }

    private String stored(ProcessInstance mail, String column) {
        var mailId = engine.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(mail.getId())
                .variableName("mailId")
                .singleResult()
                .getValue();
        return jdbc.sql("select " + column + "::text from mail where mail_id = :mailId")
                .param("mailId", mailId)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private long received(Person person) {
        return received(person.account().mail());
    }

    private long received(String address) {
        return Arrays.stream(smtp.getReceivedMessages())
                .filter(message -> {
                    try {
                        return message.getAllRecipients()[0].toString().equals(address);
                    } catch (jakarta.mail.MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .count();
    }
}
