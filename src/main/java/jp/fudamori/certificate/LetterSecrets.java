package jp.fudamori.certificate;

/**
 * What the letter says and nobody else knows; each one word to be typed exactly as printed [SOURCES: letter-secrets].
 *
 * @param referenceId リファレンスID, {@code XXXX-XXXX-XXXX}
 * @param authorizationCode 認可コード, {@code XXXXX-XXXX-XXXXX}
 * @param password 証明書パスワード, opens the PKCS#12 file, {@code XXXXX-XXXXX-XXXXX-XXXXX}; empty where the clinic made its
 *     key itself: there is no such file
 */
public record LetterSecrets(String referenceId, String authorizationCode, String password) {

    public boolean hasPassword() {
        return !password.isEmpty();
    }

    @Override
    public String toString() {
        return "LetterSecrets[not shown]";
    }
}
