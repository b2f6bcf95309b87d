package jp.fudamori.account;

import java.util.List;
import java.util.Optional;
import jp.fudamori.common.Spelling;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.sheet.Cells;
import jp.fudamori.sheet.Column;
import jp.fudamori.sheet.Sheet;

/**
 * An account of the old portal.
 *
 * @param mail a mail address, or one that ends in @01 to @48
 * @param hash Argon2id with our parameters, PHC string; empty where the old password does not come along
 */
record MigratedAccount(InstitutionCode institution, String mail, Optional<String> hash) {

    private static final Column CODE = new Column(
            "医療機関コード",
            "code",
            Spelling::plain,
            text -> InstitutionCode.parse(text).isPresent(),
            "10桁の数字を入力してください。先頭の0が失われていないかも確認してください。");
    private static final Column MAIL = new Column(
            "メールアドレス",
            "mail",
            Spelling::plain,
            MigratedAccount::isLogin,
            "メールアドレス（name@example.jp の形）、または仮アカウント（末尾が@01～@48）を100文字以内で入力してください。");
    private static final Column HASH = new Column(
                    "パスワードのハッシュ",
                    "password_hash",
                    String::strip,
                    PasswordHash::isOne,
                    "Argon2id（v=19, m=19456, t=2, p=1）のPHC文字列を入力するか、空欄にしてください。")
            .optional();

    static final Sheet<MigratedAccount> SHEET =
            new Sheet<>(List.of(CODE, MAIL, HASH), List.of(CODE), MigratedAccount::of);

    private static MigratedAccount of(Cells row) {
        var hash = row.text(HASH);
        return new MigratedAccount(
                new InstitutionCode(row.text(CODE)),
                row.text(MAIL),
                hash.isEmpty() ? Optional.empty() : Optional.of(hash));
    }

    private static boolean isLogin(String text) {
        return LoginMail.ofAccount(text).isPresent()
                || text.length() <= 100
                        && LoginMail.isProvisional(text)
                        && text.indexOf('@') == text.lastIndexOf('@')
                        && text.indexOf('@') <= 64
                        && !text.contains(" ");
    }
}
