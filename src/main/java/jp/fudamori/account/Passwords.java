package jp.fudamori.account;

import java.util.Optional;
import jp.fudamori.audit.AuditTrail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Checks and keeps passwords that people choose. */
@Component
class Passwords {

    private final Accounts accounts;
    private final SecondFactors factors;
    private final PasswordHash hash;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Passwords(
            Accounts accounts,
            SecondFactors factors,
            PasswordHash hash,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.factors = factors;
        this.hash = hash;
        this.audit = audit;
        this.events = events;
    }

    boolean isOfSomebodyElse(AccountId id) {
        return accounts.hasInitialPassword(id);
    }

    /** Whether this is the password that an administrator gave. */
    boolean isGiven(AccountId id, CharSequence fresh) {
        return accounts.lockPassword(id)
                .filter(present -> present.origin().equals("given"))
                .filter(present -> hash.matches(fresh, Optional.of(present.hash())))
                .isPresent();
    }

    int shortest(AccountId id) {
        return factors.has(id) ? PasswordPolicy.SHORTEST_WITH_SECOND_FACTOR : PasswordPolicy.SHORTEST;
    }

    /** Throws what {@link PasswordPolicy} has against it. */
    void check(Account account, CharSequence fresh) {
        PasswordPolicy.check(PasswordDesk.names(account), fresh, shortest(account.id()));
    }

    void save(Account account, CharSequence fresh, String actor) {
        var id = account.id();
        accounts.lockPassword(id);
        check(account, fresh);
        accounts.savePassword(id, hash.of(fresh), fresh.length() < PasswordPolicy.SHORTEST);
        audit.record(actor, "password-changed", id.value(), "");
        events.publishEvent(new CredentialsChanged(id));
    }
}
