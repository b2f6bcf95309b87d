package jp.fudamori.notice;

/**
 * What is told of which reference, on which occasion; the same turn is told once.
 *
 * @param reference application number, number of a 利用申請, or id of a draft
 * @param occasion what makes this turn another one than an earlier one of its kind; empty where there is only one
 */
record Turn(MailKind kind, String reference, String occasion) {

    /** A turn that its reference takes only once. */
    static Turn once(MailKind kind, String reference) {
        return new Turn(kind, reference, "");
    }
}
