package jp.fudamori.notice;

import java.util.Locale;

/**
 * The mails of this office; the subject of the first is the real office's, the others are ours [SOURCES:
 * mail-subjects].
 */
enum MailKind {
    ACCEPTANCE("電子証明書 申請情報受付通知"),
    OVERDUE("電子証明書発行申請 審査期限変更のお知らせ"),
    REJECTED("電子証明書発行申請 審査結果のお知らせ"),
    ISSUED_AND_POSTED("電子証明書 発行のお知らせ"),
    QUALIFICATION_MISSING("電子証明書発行申請 利用申請についてのご案内"),
    REVIEW_REMINDER("電子証明書発行申請 審査期限が近づいています");

    private final String subject;

    MailKind(String subject) {
        this.subject = subject;
    }

    String subject() {
        return subject;
    }

    /** Code in the table and name of the template, e.g. {@code issued-and-posted}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
