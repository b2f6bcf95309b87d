package jp.fudamori.account;

import static jp.fudamori.account.AccountReason.ACCOUNT_ID_TAKEN;
import static jp.fudamori.account.AccountReason.INSTITUTION_HAS_ACCOUNT;
import static jp.fudamori.account.AccountReason.MAIL_TAKEN;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.fudamori.account.Accounts.Attempt;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;
import jp.fudamori.institution.InstitutionCode;
import org.springframework.context.ApplicationEventPublisher;

/** Opens accounts, finds them, and tells whether somebody is who they say. */
@DomainService
public class AccountDesk {

    /** Wrong passwords in a row until an account is locked [SOURCES: lockout]. */
    static final int FAILURES_UNTIL_LOCK = 10;

    static final Duration LOCK = Duration.ofMinutes(30);

    /** Stands for whoever is not there. */
    private static final AccountId NOBODY = new AccountId("nobody@nowhere.invalid");

    private final Accounts accounts;
    private final PasswordHash hash;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountDesk(Accounts accounts, PasswordHash hash, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.accounts = accounts;
        this.hash = hash;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Finds an account, whether it is open or closed. */
    public Optional<Account> find(AccountId id) {
        return accounts.find(id);
    }

    /** Finds an account to which somebody can log in. */
    public Optional<Account> findOpen(AccountId id) {
        return accounts.findOpen(id);
    }

    /** Returns the one open account of the institution, if it has any. */
    public Optional<Account> ofInstitution(InstitutionCode institution) {
        return accounts.ofInstitution(institution).map(Account::id).flatMap(accounts::findOpen);
    }

    /** Returns every account, ordered by id; some 100,000 in the long run, so only for administrators. */
    public List<Account> all() {
        return accounts.all();
    }

    /** Returns the open accounts that belong to no clinic, ordered by id. */
    public List<Account> staff() {
        return accounts.staff();
    }

    /** Returns the open accounts in the role, ordered by id. */
    public List<Account> inRole(Role role) {
        return accounts.inRole(role);
    }

    /**
     * Returns the account if the password is its own. An unknown id, a wrong password and a locked account cost the
     * same and look the same. Ten wrong passwords in a row lock for 30 minutes; waiting out the lock, or a new password
     * by mail, is the only way back.
     */
    public Optional<Account> authenticate(AccountId id, CharSequence password) {
        return authenticate(Optional.of(id), password);
    }

    /** As {@link #authenticate(AccountId, CharSequence)}; without an id the same work ends in the same answer. */
    Optional<Account> authenticate(Optional<AccountId> known, CharSequence password) {
        var now = clock.instant();
        var id = known.orElse(NOBODY);
        var attempt = accounts.beginAttempt(id, now, FAILURES_UNTIL_LOCK, now.plus(LOCK));
        if (!hash.matches(password, attempt.map(Attempt::hash)) || known.isEmpty()) {
            recordFailure(id, attempt);
            return Optional.empty();
        }
        accounts.forgiveFailures(id);
        return accounts.find(id);
    }

    /**
     * Opens an account with a password of its owner's choice.
     *
     * @throws Refusal {@code password-too-weak}, {@code account-id-taken}, {@code institution-has-account} or
     *     {@code mail-taken}
     */
    public void open(Account account, CharSequence password) {
        PasswordPolicy.check(account.id(), password);
        refuseIfTaken(account);
        accounts.add(account, hash.of(password), clock.instant());
        audit.record(
                "account",
                "account-opened",
                account.id().value(),
                account.roles().toString());
        account.institution()
                .ifPresent(institution -> events.publishEvent(new AccountOpened(account.id(), institution)));
    }

    /** As {@link #open}, with a password that its owner has to replace at the first log-in. */
    public void openWithGivenPassword(Account account, CharSequence password) {
        open(account, password);
        accounts.markGiven(account.id());
    }

    private void refuseIfTaken(Account account) {
        if (accounts.hasId(account.id())) {
            throw new Refusal(ACCOUNT_ID_TAKEN, "この利用者IDはすでに使われています。");
        }
        if (account.institution().filter(accounts::hasInstitution).isPresent()) {
            throw new Refusal(INSTITUTION_HAS_ACCOUNT, "この医療機関コードのアカウントはすでにあります。1施設につき1アカウントです。");
        }
        if (accounts.hasMail(account.mail())) {
            throw new Refusal(MAIL_TAKEN, "このメールアドレスは別のアカウントで使われています。");
        }
    }

    /** Whatever was typed as an unknown id is not kept: it may be a password in the wrong field. */
    private void recordFailure(AccountId id, Optional<Attempt> attempt) {
        var subject = accounts.find(id).map(account -> id.value()).orElse("unknown");
        audit.record("anonymous", "login-failed", subject, "");
        if (attempt.isPresent() && attempt.get().locks()) {
            audit.record("account", "account-locked", subject, "%d failures".formatted(FAILURES_UNTIL_LOCK));
        }
    }
}
