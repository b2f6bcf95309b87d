package jp.fudamori.renewal;

import java.util.List;
import java.util.Optional;
import jp.fudamori.account.Account;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.application.LineNumber;
import jp.fudamori.application.Particulars;
import jp.fudamori.application.RenewalApplications;
import jp.fudamori.callcentre.CallDesk;
import jp.fudamori.fee.Consent;
import jp.fudamori.fee.FeeDesk;
import jp.fudamori.fee.FeeKind;
import jp.fudamori.fee.PhoneCall;
import jp.fudamori.institution.InstitutionCode;
import org.springframework.stereotype.Component;

/** Makes the application of a renewal out of the one before. */
@Component
class RenewalIntake {

    private final ApplicationDesk applications;
    private final RenewalApplications submissions;
    private final AccountDesk accounts;
    private final CallDesk calls;
    private final FeeDesk fees;

    RenewalIntake(
            ApplicationDesk applications,
            RenewalApplications submissions,
            AccountDesk accounts,
            CallDesk calls,
            FeeDesk fees) {
        this.applications = applications;
        this.submissions = submissions;
        this.accounts = accounts;
        this.calls = calls;
        this.fees = fees;
    }

    /**
     * Who wants it, and how they said so.
     *
     * @param clinic account for which it is
     */
    record Order(AccountId by, AccountId clinic, RenewalChannel channel, Optional<String> caller) {}

    /** @throws jp.fudamori.common.Refusal {@code certificate-foreign}, {@code institution-ended} */
    Order orderOf(LineNumber line, AccountId by) {
        var acting = calls.acting(by);
        if (!acting.clinic().institution().equals(Optional.of(institutionOf(line)))) {
            throw RenewalDesk.foreign();
        }
        submissions.requireRunning(institutionOf(line));
        var caller = acting.call().map(call -> call.caller());
        return new Order(
                acting.actor(),
                acting.clinic().id(),
                caller.isPresent() ? RenewalChannel.PHONE : RenewalChannel.PORTAL,
                caller);
    }

    /** @throws jp.fudamori.common.Refusal {@code institution-ended} */
    Order orderOfTerminal(LineNumber line) {
        submissions.requireRunning(institutionOf(line));
        var clinic = accounts.ofInstitution(institutionOf(line))
                .map(Account::id)
                .orElseGet(() -> particulars(line).applicant());
        return new Order(clinic, clinic, RenewalChannel.TERMINAL, Optional.empty());
    }

    LineNumber submit(LineNumber line, Order order) {
        var before = particulars(line);
        var particulars = new Particulars(
                before.institution(), order.clinic(), before.contactName(), List.of(before.terminalName(line)));
        return submissions.submit(particulars, consent(order), line, order.by());
    }

    private Consent consent(Order order) {
        return order.caller()
                .map(caller -> fees.consentOf(FeeKind.RENEWAL, order.by(), new PhoneCall(caller)))
                .orElseGet(() -> fees.consentOf(FeeKind.RENEWAL, order.by()));
    }

    InstitutionCode institutionOf(LineNumber line) {
        return particulars(line).institution();
    }

    private Particulars particulars(LineNumber line) {
        return applications.find(line.application()).orElseThrow().particulars();
    }
}
