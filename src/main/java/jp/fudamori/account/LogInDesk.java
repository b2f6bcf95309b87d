package jp.fudamori.account;

import static jp.fudamori.account.AccountReason.TOO_MANY_ATTEMPTS;
import static jp.fudamori.account.AttemptKind.LOGIN_FROM_NETWORK;

import java.util.Optional;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;

/** Lets people in who type their mail address, or as staff their id, and their password. */
@DomainService
public class LogInDesk {

    private static final int LONGEST_LOGIN = 254;

    private final AccountDesk desk;
    private final Accounts accounts;
    private final Attempts attempts;
    private final AuditTrail audit;

    LogInDesk(AccountDesk desk, Accounts accounts, Attempts attempts, AuditTrail audit) {
        this.desk = desk;
        this.accounts = accounts;
        this.attempts = attempts;
        this.audit = audit;
    }

    /**
     * Returns the account if the password is its own; see {@link AccountDesk#authenticate}. This is the first step
     * only: ask {@link SecondFactorDesk} and {@link PasswordDesk} for the others.
     *
     * @param typed mail address, or an id that is none
     * @param network address of the caller; from one address 50 failures in 30 minutes are heard
     * @throws Refusal {@code too-many-attempts}, whoever was meant
     */
    public Optional<Account> logIn(String typed, CharSequence password, String network) {
        if (attempts.isExhausted(LOGIN_FROM_NETWORK, network)) {
            throw new Refusal(TOO_MANY_ATTEMPTS, "ログインの失敗が続いたため、この接続元からのログインを一時的に停止しています。30分ほどたってから、もう一度お試しください。");
        }
        var meant = accounts.ofLogin(isReadable(typed) ? typed.strip() : "");
        var account = desk.authenticate(meant.map(Account::id), password);
        if (account.isEmpty()) {
            attempts.count(LOGIN_FROM_NETWORK, network);
        }
        return account;
    }

    /** Returns the member of staff whom another organisation calls by this id or mail address. */
    public Optional<Account> staff(String named) {
        return isReadable(named)
                ? accounts.ofLogin(named)
                        .filter(account -> account.institution().isEmpty())
                : Optional.empty();
    }

    /** Records that somebody has passed every step. */
    public void loggedIn(Account account, String network) {
        audit.record(account.id().value(), "logged-in", account.id().value(), "from " + network);
    }

    /** Records that somebody has left, here or on every device. */
    public void loggedOut(Account account, boolean everywhere) {
        audit.record(
                account.id().value(), "logged-out", account.id().value(), everywhere ? "everywhere" : "this device");
    }

    private static boolean isReadable(String typed) {
        return typed.length() <= LONGEST_LOGIN && typed.chars().noneMatch(Character::isISOControl);
    }
}
