package jp.fudamori.ca;

import java.util.Arrays;

/** 失効理由 (RFC 5280, 5.3.1), as far as the business has a case for it [SOURCES: revocation-reason]. */
public enum RevocationReason {
    KEY_COMPROMISE(1, "鍵の漏えい・盗難・通知書の紛失"),
    CA_COMPROMISE(2, "認証局の鍵の危殆化"),
    AFFILIATION_CHANGED(3, "名称・医療機関コードの変更、承継"),
    SUPERSEDED(4, "新しい証明書への置き換え"),
    CESSATION_OF_OPERATION(5, "廃止・利用終了・端末の廃棄"),
    PRIVILEGE_WITHDRAWN(9, "審査後に判明した不正");

    private final int code;
    private final String label;

    RevocationReason(int code, String label) {
        this.code = code;
        this.label = label;
    }

    /** @throws IllegalArgumentException for a code that is not among ours */
    public static RevocationReason of(int code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a reason we revoke for: " + code));
    }

    /** CRLReason, 1 to 9. */
    public int code() {
        return code;
    }

    /** In Japanese, for screens and letters. */
    public String label() {
        return label;
    }
}
