package jp.fudamori.account;

import static jp.fudamori.account.AccountReason.INSTITUTION_UNKNOWN;
import static jp.fudamori.account.AccountReason.NAME_NOT_ALLOWED;
import static jp.fudamori.account.AccountReason.PHONE_NOT_ALLOWED;

import java.util.regex.Pattern;
import jp.fudamori.common.Refusal;
import jp.fudamori.common.Spelling;
import jp.fudamori.institution.Institution;
import jp.fudamori.institution.InstitutionCode;

/**
 * What a clinic says about itself, to be held against the registry.
 *
 * @param name as typed, 1 to 100 characters without mark-up
 * @param phone 10 or 11 digits with hyphens or without, in half width
 */
public record RegistrationDetails(InstitutionCode institution, String name, String phone) {

    private static final int LONGEST_NAME = 100;
    private static final Pattern NOT_IN_NAMES =
            Pattern.compile("[<>\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029]");
    private static final Pattern PHONE = Pattern.compile("0[0-9]{9,10}");

    /** Takes what somebody typed. */
    public static RegistrationDetails parse(String code, String name, String phone) {
        return new RegistrationDetails(code(code), name(name), phone(phone));
    }

    /** @throws Refusal {@code institution-unknown} */
    public static InstitutionCode code(String typed) {
        return InstitutionCode.parse(Spelling.plain(typed))
                .orElseThrow(() -> new Refusal(INSTITUTION_UNKNOWN, "医療機関コードを、都道府県番号と点数表番号を含む10桁の数字で入力してください。"));
    }

    /** @throws Refusal {@code name-not-allowed} */
    public static String name(String typed) {
        var text = Spelling.composed(Spelling.wideKana(typed)).strip();
        if (text.isEmpty() || text.codePointCount(0, text.length()) > LONGEST_NAME) {
            throw new Refusal(NAME_NOT_ALLOWED, "医療機関（薬局）名称を%d文字以内で入力してください。".formatted(LONGEST_NAME));
        }
        if (NOT_IN_NAMES.matcher(text).find()) {
            throw new Refusal(NAME_NOT_ALLOWED, "医療機関（薬局）名称に使えない文字（制御文字、< >）が含まれています。");
        }
        return text;
    }

    /** @throws Refusal {@code phone-not-allowed} */
    public static String phone(String typed) {
        var text = Spelling.plain(typed).replaceAll("[()\\s]", "-");
        if (text.length() > 20 || !PHONE.matcher(digits(text)).matches()) {
            throw new Refusal(PHONE_NOT_ALLOWED, "電話番号を、0で始まる10桁または11桁の数字で入力してください（例：03-0000-0000）。");
        }
        return text;
    }

    /** Whether the registry says the same, but for blanks, width and hyphens. */
    boolean agreesWith(Institution registered) {
        return institution.equals(registered.code())
                && bare(name).equals(bare(registered.name()))
                && digits(phone).equals(digits(registered.phone()));
    }

    private static String bare(String name) {
        return Spelling.plain(name).replaceAll("[\\s・]", "");
    }

    private static String digits(String phone) {
        return phone.replace("-", "");
    }
}
