package jp.fudamori.account;

import static jp.fudamori.account.AccountReason.CODE_WRONG;
import static jp.fudamori.account.AccountReason.SECOND_FACTOR_NEEDED;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;
import jp.fudamori.common.Spelling;

/** The second factor: the code that an authenticator app shows, or one of the recovery codes. */
@DomainService
public class SecondFactorDesk {

    private final SecondFactors factors;
    private final Accounts accounts;
    private final CodeAttempts attempts;
    private final SecondFactorRules rules;
    private final Clock clock;

    SecondFactorDesk(
            SecondFactors factors, Accounts accounts, CodeAttempts attempts, SecondFactorRules rules, Clock clock) {
        this.factors = factors;
        this.accounts = accounts;
        this.attempts = attempts;
        this.rules = rules;
        this.clock = clock;
    }

    /** Whether the account must have a second factor: staff do, by default. */
    public boolean isMandatory(Account account) {
        return account.institution().isEmpty() && rules.isMandatoryForStaff();
    }

    public boolean isEnrolled(AccountId id) {
        return factors.has(id);
    }

    public int recoveryCodesLeft(AccountId id) {
        return factors.recoveryCodesLeft(id);
    }

    /** Returns the secret to put into an app; the same until {@link #enrol} or {@link #remove}. */
    public TotpSecret propose(AccountId id) {
        factors.propose(id, TotpSecret.random());
        return proposed(id).secret();
    }

    /**
     * Makes the proposed secret the second factor once its first code has come.
     *
     * @return recovery codes, to be shown this once
     * @throws Refusal {@code code-wrong} or {@code too-many-attempts}
     */
    public List<String> enrol(AccountId id, String typed) {
        attempts.begin(id);
        accept(id, proposed(id), typed);
        factors.confirm(id, clock.instant());
        rules.changed(id, "second-factor-enrolled");
        return newRecoveryCodes(id);
    }

    /**
     * Checks a code of the app or a recovery code. Each is accepted once; ten wrong ones within half an hour end it
     * until that is over.
     *
     * @throws Refusal {@code code-wrong} or {@code too-many-attempts}
     */
    public void check(AccountId id, String typed) {
        attempts.begin(id);
        var enrolled = factors.lock(id)
                .filter(SecondFactors.Enrolled::confirmed)
                .orElseThrow(() -> new IllegalStateException(id + " has no second factor"));
        var recovery = RecoveryCode.normalize(typed);
        if (!recovery.isEmpty() && factors.useRecoveryCode(id, recovery, clock.instant())) {
            attempts.forget(id);
            rules.record(id, "recovery-code-used");
            return;
        }
        accept(id, enrolled, typed);
    }

    /** Returns new recovery codes; the earlier ones end. Throws as {@link #check} does. */
    public List<String> renewRecoveryCodes(AccountId id, String typed) {
        check(id, typed);
        rules.record(id, "recovery-codes-renewed");
        return newRecoveryCodes(id);
    }

    /**
     * Ends the second factor; where it is mandatory, the owner enrols anew at once. Throws as {@link #check} does.
     *
     * @throws Refusal {@code second-factor-needed}: the password is too short to stand alone
     */
    public void remove(AccountId id, String typed) {
        if (accounts.lockPassword(id).orElseThrow().shortened()) {
            throw new Refusal(
                    SECOND_FACTOR_NEEDED,
                    "いまのパスワードは%d文字より短いため、二要素認証を解除できません。先に、パスワードを変更してください。".formatted(PasswordPolicy.SHORTEST));
        }
        check(id, typed);
        factors.remove(id);
        rules.changed(id, "second-factor-removed");
    }

    /**
     * Removes the second factor of somebody who has lost it with all recovery codes; the password, which may have been
     * short, is to be replaced at the next log-in.
     *
     * @param by administrator who made sure that it is the owner who asks
     */
    public void reset(AccountId id, AccountId by) {
        accounts.lockPassword(id).filter(Accounts.Password::shortened).ifPresent(password -> accounts.markGiven(id));
        factors.remove(id);
        attempts.forget(id);
        rules.reset(id, by);
    }

    private SecondFactors.Enrolled proposed(AccountId id) {
        return factors.lock(id)
                .filter(enrolled -> !enrolled.confirmed())
                .orElseThrow(() -> new Refusal(CODE_WRONG, "二要素認証はすでに設定されています。"));
    }

    private void accept(AccountId id, SecondFactors.Enrolled enrolled, String typed) {
        var code = Spelling.plain(typed).replaceAll("[ -]", "");
        Optional<Long> step = Totp.accepted(enrolled.secret().bytes(), code, clock.instant(), enrolled.lastStep());
        if (step.isEmpty()) {
            rules.record(id, "code-refused");
            throw new Refusal(CODE_WRONG, "確認コードが正しくありません。認証アプリに表示されている最新の6桁の数字を入力してください。");
        }
        factors.accepted(id, step.get());
        attempts.forget(id);
    }

    private List<String> newRecoveryCodes(AccountId id) {
        var codes = RecoveryCode.some();
        factors.replaceRecoveryCodes(id, codes);
        return codes;
    }
}
