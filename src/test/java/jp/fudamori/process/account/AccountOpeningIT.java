package jp.fudamori.process.account;

import static jp.fudamori.Participants.PASSWORD;
import static jp.fudamori.Registrants.NETWORK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.fudamori.Participants;
import jp.fudamori.Registrants;
import jp.fudamori.ServerTest;
import jp.fudamori.account.Account;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.account.AccountId;
import jp.fudamori.account.LogInDesk;
import jp.fudamori.account.Registration;
import jp.fudamori.account.RegistrationDesk;
import jp.fudamori.account.RegistrationDetails;
import jp.fudamori.account.Role;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class AccountOpeningIT {

    @Autowired
    ProcessEngine engine;

    @Autowired
    Participants people;

    @Autowired
    Registrants registrants;

    @Autowired
    RegistrationDesk desk;

    @Autowired
    AccountDesk accounts;

    @Autowired
    LogInDesk logIn;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void setUp() {
        AbstractAssertions.init(engine);
    }

    @Test
    void whoAgreesWithTheRegistryHasAnAccountAtOnce() {
        var mail = registrants.mail();
        var code = people.institutionWithoutAccount();
        registrants.request(mail);
        var process = registrants.process(mail);
        assertThat(process).isWaitingAt("awaitRegistration");

        var registration = desk.enter(registrants.token(mail), Registrants.details(code), PASSWORD, NETWORK);

        assertThat(process).isEnded().hasPassed("openAccount", "accountOpened");
        assertThat(registration.state()).isEqualTo(Registration.State.OPENED);
        assertThat(logIn.logIn(mail, PASSWORD, NETWORK)).hasValueSatisfying(account -> {
            assertThat(account.institution()).contains(code);
            assertThat(account.name()).isEqualTo(Participants.nameOf(code));
            assertThat(account.id().value()).startsWith("clinic-").doesNotContain(code.value(), "@");
        });
        assertThat(registrants.receive(mail)).contains("新規ユーザー登録が完了しました").doesNotContain(PASSWORD);
    }

    @Test
    void theLinkIsNoWhereButInTheMail() {
        var mail = registrants.mail();
        registrants.request(mail);
        var token = registrants.token(mail);

        assertThat(jdbc.sql("select body from mail where recipient = :mail")
                        .param("mail", mail)
                        .query(String.class)
                        .single())
                .doesNotContain(token);
        assertThat(jdbc.sql("select count(*) from mail where sealed_link is not null and recipient = :mail")
                        .param("mail", mail)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(registrants.process(mail).getId())
                        .list())
                .noneMatch(variable -> String.valueOf(variable.getValue()).contains(token));
    }

    @Test
    void aLinkWorksOnce() {
        var mail = registrants.mail();
        registrants.request(mail);
        var token = registrants.token(mail);
        var details = Registrants.details(people.institutionWithoutAccount());
        desk.enter(token, details, PASSWORD, NETWORK);

        assertThatThrownBy(() -> desk.enter(token, details, PASSWORD, NETWORK)).hasMessageContaining("使用済み");
    }

    @Test
    void whoNeverConfirmsIsForgotten() {
        var mail = registrants.mail();
        registrants.request(mail);
        var token = registrants.token(mail);
        var process = registrants.process(mail);

        execute(job("registrationExpired", process));

        assertThat(process).isEnded().hasPassed("expireRegistration", "registrationLapsed");
        assertThatThrownBy(() -> desk.ofLink(token, NETWORK)).hasMessageContaining("有効期限");
    }

    @Test
    void anAddressThatHasAnAccountIsToldSoByMailOnly() {
        var mail = registrants.mail();
        registrants.enter(mail, Registrants.details(people.institutionWithoutAccount()));

        registrants.request(mail);

        assertThat(registrants.receive(mail)).contains("すでに", "アカウントがあります").doesNotContain("token=");
    }

    @Test
    void staffAcceptWhomTheRegistryCallsOtherwise() {
        var mail = registrants.mail();
        var code = people.institutionWithoutAccount();
        registrants.enter(mail, RegistrationDetails.parse(code.value(), "高崎歯科", "06-1234-5678"));
        var process = registrants.process(mail);
        assertThat(process).isWaitingAt("verifyRegistration").hasPassed("sendRegistrationChecking");
        assertThat(engine.getTaskService().getVariablesLocal(task(process).getId()))
                .containsEntry("typedName", "高崎歯科")
                .containsEntry("registeredName", Participants.nameOf(code))
                .containsEntry("phone", "06-1234-5678")
                .containsEntry("mismatch", "名称または電話番号が、登録簿と一致しません。");
        assertThat(logIn.logIn(mail, PASSWORD, NETWORK)).isEmpty();

        people.staff(Role.CALL_CENTRE).complete(process, "verifyRegistration", Map.of("decision", "accept"));

        assertThat(process)
                .isEnded()
                .hasPassed("sendAccountOpened", "accountOpened")
                .hasNotPassed("openAccount");
        assertThat(logIn.logIn(mail, PASSWORD, NETWORK)).isPresent();
    }

    @Test
    void staffCorrectACodeThatWasMistyped() {
        var mail = registrants.mail();
        var code = people.institutionWithoutAccount();
        registrants.enter(mail, Registrants.details(people.unknownInstitution()));
        var process = registrants.process(mail);
        var clerk = people.staff(Role.CALL_CENTRE);
        assertThatThrownBy(() -> clerk.complete(process, "verifyRegistration", Map.of("decision", "accept")))
                .hasMessageContaining("登録簿にありません");

        clerk.complete(process, "verifyRegistration", Map.of("decision", "accept", "correctedCode", code.value()));

        assertThat(logIn.logIn(mail, PASSWORD, NETWORK).flatMap(Account::institution))
                .contains(code);
    }

    @Test
    void staffRejectForAReasonThatTheClinicReads() {
        var mail = registrants.mail();
        registrants.enter(mail, Registrants.details(people.unknownInstitution()));
        var process = registrants.process(mail);
        var clerk = people.staff(Role.CALL_CENTRE);
        assertThatThrownBy(() -> clerk.complete(process, "verifyRegistration", Map.of("decision", "reject")))
                .hasMessageContaining("理由");

        clerk.complete(process, "verifyRegistration", Map.of("decision", "reject", "reason", "廃止された医療機関です。"));

        assertThat(process).isEnded().hasPassed("registrationRejected");
        assertThat(registrants.receive(mail)).contains("廃止された医療機関です。");
        assertThat(logIn.logIn(mail, PASSWORD, NETWORK)).isEmpty();
        assertThat(jdbc.sql("select count(*) from registration where mail = :mail and password_hash is not null")
                        .param("mail", mail)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theInstitutionsAccountIsHandedOverByStaffAndItsOldAddressIsTold() {
        var clinic = people.clinic();
        var mail = registrants.mail();
        registrants.enter(mail, Registrants.details(clinic.institution()));
        var process = registrants.process(mail);
        assertThat(process).isWaitingAt("verifyRegistration");

        people.staff(Role.CALL_CENTRE).complete(process, "verifyRegistration", Map.of("decision", "accept"));

        assertThat(logIn.logIn(mail, PASSWORD, NETWORK).map(Account::id)).contains(clinic.id());
        assertThat(logIn.logIn(clinic.account().mail(), PASSWORD, NETWORK)).isEmpty();
        assertThat(registrants.receive(clinic.account().mail())).contains("別のアドレスに変更されました");
    }

    @Test
    void aProvisionalAccountGivesWayWithoutStaff() {
        var code = people.institutionWithoutAccount();
        var provisional = new Account(
                new AccountId("provisional-" + code), "仮", code + "@27", Set.of(Role.CLINIC), Optional.of(code));
        accounts.open(provisional, PASSWORD);
        var mail = registrants.mail();

        var registration = registrants.enter(mail, Registrants.details(code));

        assertThat(registration.state()).isEqualTo(Registration.State.OPENED);
        assertThat(accounts.ofInstitution(code)).hasValueSatisfying(account -> {
            assertThat(account.id()).isEqualTo(provisional.id());
            assertThat(account.mail()).isEqualTo(mail);
        });
    }
}
