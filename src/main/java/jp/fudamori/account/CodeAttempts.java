package jp.fudamori.account;

import static jp.fudamori.account.AccountReason.TOO_MANY_ATTEMPTS;
import static jp.fudamori.account.AttemptKind.CODE_OF_ACCOUNT;

import jp.fudamori.common.Refusal;
import org.springframework.stereotype.Component;

/** Counts before looking, so that neither parallel guesses nor a crash go uncounted. */
@Component
class CodeAttempts {

    private final Attempts attempts;

    CodeAttempts(Attempts attempts) {
        this.attempts = attempts;
    }

    void begin(AccountId id) {
        if (!attempts.count(CODE_OF_ACCOUNT, id.value())) {
            throw new Refusal(TOO_MANY_ATTEMPTS, "確認コードの誤りが続いたため、一時的に停止しています。30分ほどたってから、もう一度お試しください。");
        }
    }

    void forget(AccountId id) {
        attempts.forget(CODE_OF_ACCOUNT, id.value());
    }
}
