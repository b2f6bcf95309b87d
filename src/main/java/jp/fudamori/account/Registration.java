package jp.fudamori.account;

import java.util.Locale;
import java.util.Optional;

/**
 * A clinic's wish for an account, from its mail address to the account.
 *
 * @param details empty until the owner of the mail address has come with the link
 * @param mismatch why staff has to look; present while they do, and where they did
 */
public record Registration(
        RegistrationId id,
        LoginMail mail,
        State state,
        Optional<RegistrationDetails> details,
        Optional<Mismatch> mismatch) {

    RegistrationDetails knownDetails() {
        return details.orElseThrow(() -> new IllegalStateException("registration " + id + " has no details yet"));
    }

    /** Where a registration stands. */
    public enum State {
        REQUESTED,
        CHECKING,
        OPENED,
        REJECTED,
        EXPIRED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Why the registry does not settle a registration. */
    public enum Mismatch {
        UNKNOWN_CODE("入力された医療機関コードは、登録簿にありません。"),
        DIFFERS("名称または電話番号が、登録簿と一致しません。"),
        HAS_ACCOUNT("この医療機関コードのアカウントは、すでにあります。登録を認めると、そのアカウントのメールアドレスとパスワードが置き換わります。");

        private final String japanese;

        Mismatch(String japanese) {
            this.japanese = japanese;
        }

        /** For the staff who decide. */
        public String japanese() {
            return japanese;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Mismatch ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
