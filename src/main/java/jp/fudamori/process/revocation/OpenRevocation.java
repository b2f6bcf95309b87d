package jp.fudamori.process.revocation;

import static jp.fudamori.process.revocation.CertificateRevocationModel.ACTOR;
import static jp.fudamori.process.revocation.CertificateRevocationModel.APPLICANT;
import static jp.fudamori.process.revocation.CertificateRevocationModel.BY_OFFICE;
import static jp.fudamori.process.revocation.CertificateRevocationModel.LINE_NUMBERS;
import static jp.fudamori.process.revocation.CertificateRevocationModel.REQUEST_ID;
import static jp.fudamori.process.revocation.CertificateRevocationModel.TAKEN_BY;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.account.AccountId;
import jp.fudamori.account.Role;
import jp.fudamori.application.LineNumber;
import jp.fudamori.callcentre.CallDesk;
import jp.fudamori.certificate.RequestId;
import jp.fudamori.certificate.RevocationRequestDesk;
import jp.fudamori.process.CurrentUser;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Begins a request in the name of a clinic, or of the office where no clinic is on the phone. */
@Component
class OpenRevocation extends Step {

    private static final Set<Role> OFFICERS = Set.of(Role.REVIEWER, Role.SUPERVISOR);

    private final RevocationRequestDesk desk;
    private final CallDesk calls;
    private final AccountDesk accounts;
    private final CurrentUser user;

    OpenRevocation(RevocationRequestDesk desk, CallDesk calls, AccountDesk accounts, CurrentUser user) {
        this.desk = desk;
        this.calls = calls;
        this.accounts = accounts;
        this.user = user;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var lines = lines(LINE_NUMBERS.find(execution).orElse(""));
        execution.removeVariables();
        var byOffice = isOfficer(user.id());
        var id = byOffice ? openForOffice(execution, lines) : openForClinic(execution, lines);
        execution.setProcessBusinessKey(id.toString());
        REQUEST_ID.set(execution, id.toString());
        BY_OFFICE.set(execution, byOffice);
    }

    private RequestId openForOffice(DelegateExecution execution, List<LineNumber> lines) {
        TAKEN_BY.set(execution, user.id().value());
        return desk.openForOffice(lines, user.id().value());
    }

    private RequestId openForClinic(DelegateExecution execution, List<LineNumber> lines) {
        var acting = calls.acting(user.id());
        APPLICANT.set(execution, acting.clinic().id().value());
        ACTOR.set(execution, acting.actor().value());
        return desk.openForClinic(
                acting.clinic().institution().orElseThrow(),
                lines,
                acting.actor().value());
    }

    private boolean isOfficer(AccountId id) {
        return calls.current(id).isEmpty()
                && accounts.find(id).orElseThrow().roles().stream().anyMatch(OFFICERS::contains);
    }

    private static List<LineNumber> lines(String entered) {
        return Stream.of(entered.split("[\\s,、]+"))
                .map(LineNumber::parse)
                .flatMap(java.util.Optional::stream)
                .distinct()
                .toList();
    }
}
