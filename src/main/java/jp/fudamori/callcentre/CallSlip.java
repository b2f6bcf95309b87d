package jp.fudamori.callcentre;

import java.util.Arrays;
import jp.fudamori.common.Refusal;
import jp.fudamori.institution.InstitutionCode;

/** What the staff write down while they take a call. */
public record CallSlip(InstitutionCode institution, String caller, IdentityCheck identityCheck) {

    /**
     * Reads what was typed.
     *
     * @param code full-width digits are taken
     * @param identityCheck name of an {@link IdentityCheck}
     * @throws Refusal {@code slip-not-readable}
     */
    public static CallSlip read(String code, String caller, String identityCheck) {
        return new CallSlip(
                InstitutionCode.parse(code).orElseThrow(() -> unreadable("医療機関コードは10桁の数字で入力してください。")),
                PhoneCall.caller(caller)
                        .orElseThrow(() -> unreadable(
                                "お電話の方の氏名は、%d文字以内で入力してください（制御文字と < > は使えません）。".formatted(PhoneCall.LONGEST_CALLER))),
                Arrays.stream(IdentityCheck.values())
                        .filter(check -> check.name().equals(identityCheck))
                        .findFirst()
                        .orElseThrow(() -> unreadable("本人確認の方法を選んでください。")));
    }

    private static Refusal unreadable(String detail) {
        return new Refusal(CallReason.SLIP_NOT_READABLE, detail);
    }
}
