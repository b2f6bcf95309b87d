package jp.fudamori.process.succession;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.account.Account;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.account.AccountId;
import jp.fudamori.account.ClosingDesk;
import jp.fudamori.account.MigrationDesk;
import jp.fudamori.account.Role;
import jp.fudamori.application.LineNumber;
import jp.fudamori.ca.RevocationReason;
import jp.fudamori.common.Refusal;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.succession.SuccessionEffects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A code ends while somebody signs for it, or while its successor registers: one waits for the other. */
class EndingRaceIT extends EndedCodes {

    @Autowired
    AccountDesk accounts;

    @Autowired
    ClosingDesk closings;

    @Autowired
    MigrationDesk migration;

    @Autowired
    SuccessionEffects effects;

    private Person opens(InstitutionCode code) {
        var id = "clinic-" + code;
        var account = new Account(
                new AccountId(id),
                Participants.nameOf(code),
                id + "@example.jp",
                Set.of(Role.CLINIC),
                Optional.of(code));
        accounts.open(account, Participants.PASSWORD);
        return new Person(engine, account);
    }

    private LineNumber vetted(Person clinic) {
        var instance = cases.submitted(clinic);
        people.reviewer().complete(instance, "reviewApplication", Map.of("decision", "approve"));
        cases.runJobs(instance, "vetCertificate");
        return line(instance, 1);
    }

    private long drafts(InstitutionCode code) {
        return jdbc.sql("select count(*) from application_draft where institution_code = :code and kind = 'succession'")
                .param("code", code.value())
                .query(Long.class)
                .single();
    }

    private void prepares(InstitutionCode old, InstitutionCode successor) {
        var process = ending(old);
        assertThat(process).isWaitingAt("beginSuccessorApplication");
        cases.runJobs(process, "beginSuccessorApplication");
        assertThat(process).isWaitingAt("transitionOver");
        assertThat(drafts(successor)).isEqualTo(1);
    }

    @Test
    void aSuccessorThatIsRegisteredAlreadyIsPreparedAtOnce() {
        var old = people.clinic();
        cases.issued(old, "受付PC");
        var successor = people.clinic().institution();

        ended(old.institution(), CLOSED_ON, successor.value());

        prepares(old.institution(), successor);
    }

    @Test
    void aSuccessorThatRegistersWhileTheProcessLooksIsPrepared() throws Exception {
        var old = people.clinic();
        cases.issued(old, "受付PC");
        var successor = people.institutionWithoutAccount();

        whileNotCommitted(() -> opens(successor), () -> ended(old.institution(), CLOSED_ON, successor.value()));

        prepares(old.institution(), successor);
    }

    @Test
    void aSuccessorThatRegistersWhileTheProcessBeginsToWaitIsPrepared() throws Exception {
        var old = people.clinic();
        cases.issued(old, "受付PC");
        var successor = people.institutionWithoutAccount();

        whileNotCommitted(() -> ended(old.institution(), CLOSED_ON, successor.value()), () -> opens(successor));

        prepares(old.institution(), successor);
    }

    @Test
    void aSuccessorWhoseAccountWasClosedIsPreparedWhenItIsOpenedAgain() {
        var old = people.clinic();
        cases.issued(old, "受付PC");
        var successor = people.clinic();
        var administrator = people.staff(Role.ADMINISTRATOR).id();
        closings.close(successor.id(), administrator);
        ended(old.institution(), CLOSED_ON, successor.institution().value());
        assertThat(ending(old.institution())).isWaitingAt("awaitSuccessor");

        closings.reopen(successor.id(), administrator);

        prepares(old.institution(), successor.institution());
    }

    @Test
    void aSuccessorWhoseAccountComesFromTheOldPortalIsPreparedUnlessNoMailReachesIt() {
        var old = people.clinic();
        cases.issued(old, "受付PC");
        var successor = people.institutionWithoutAccount();
        var other = people.clinic();
        cases.issued(other, "受付PC");
        var unreachable = people.institutionWithoutAccount();
        ended(other.institution(), CLOSED_ON, unreachable.value());

        var csv = "医療機関コード,メールアドレス,パスワードのハッシュ\n%s,office@%s.example,\n%s,%s@27,\n"
                .formatted(successor, successor, unreachable, unreachable);
        ended(old.institution(), CLOSED_ON, successor.value());
        assertThat(migration
                        .importAccounts(new ByteArrayInputStream(csv.getBytes(UTF_8)), "operator-a")
                        .added())
                .isEqualTo(2);

        prepares(old.institution(), successor);
        assertThat(ending(other.institution())).isWaitingAt("awaitSuccessor");
    }

    @Test
    void aSuccessorThatHasEndedItselfGetsNoDraftAndNobodyAnIncident() {
        var old = people.clinic();
        cases.issued(old, "受付PC");
        var successor = people.clinic();
        closed(successor);

        ended(old.institution(), CLOSED_ON, successor.institution().value());

        var process = ending(old.institution());
        cases.runJobs(process, "beginSuccessorApplication");
        assertThat(process).isWaitingAt("transitionOver");
        assertThat(incidents(process)).isZero();
        assertThat(drafts(successor.institution())).isZero();
    }

    @Test
    void anEndingWaitsForWhoSigns() throws Exception {
        var clinic = people.clinic();
        var line = vetted(clinic);

        var imported = whileNotCommitted(
                () -> certificates.sign(line), () -> ended(clinic.institution(), CLOSED_ON.minusDays(30), ""));

        assertThat(imported.added()).isEqualTo(1);
        assertThat(certificates.issuedOf(line.application())).hasSize(1);
    }

    @Test
    void whoSignsWaitsForAnEndingAndThenSignsNothing() {
        var clinic = people.clinic();
        var line = vetted(clinic);

        assertThatThrownBy(
                        () -> whileNotCommitted(() -> ended(clinic.institution(), CLOSED_ON.minusDays(30), ""), () -> {
                            certificates.sign(line);
                            return line;
                        }))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("廃止された");

        assertThat(certificates.issuedOf(line.application())).isEmpty();
    }

    @Test
    void theRevocationAtTheEndWaitsForWhoSignsAndSeesIt() throws Exception {
        var clinic = people.clinic();
        var line = vetted(clinic);
        ended(clinic.institution(), CLOSED_ON, "");

        var revoked = whileNotCommitted(
                () -> certificates.sign(line),
                () -> effects.revoke(clinic.institution(), RevocationReason.CESSATION_OF_OPERATION));

        assertThat(revoked).containsExactly(line);
        assertThat(isRevoked(line)).isTrue();
    }
}
