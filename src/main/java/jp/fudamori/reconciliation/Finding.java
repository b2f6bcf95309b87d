package jp.fudamori.reconciliation;

/**
 * Something that is not as it must be.
 *
 * @param reference number of application and line
 * @param detail for whoever looks into it, in Japanese
 */
public record Finding(Kind kind, String reference, String detail) {

    /** What is wrong. */
    public enum Kind {
        ISSUED_WITHOUT_FEE("発行済みだが発行料が計上されていない"),
        FEE_WITHOUT_CERTIFICATE("発行されていないか、更新が取り消された証明書に発行料が計上されている"),
        POSTED_TWICE("発行料が2回以上計上されている"),
        CONSENT_MISSING("発行料への同意の記録がない"),
        WRONG_AMOUNT("計上した金額が同意した金額と違う"),
        WRONG_CANCELLATION("取消しの金額が計上した金額と違う"),
        CANCELLED_THOUGH_ISSUED("発行済みの証明書の発行料が取り消されている");

        private final String japanese;

        Kind(String japanese) {
            this.japanese = japanese;
        }

        public String japanese() {
            return japanese;
        }
    }
}
