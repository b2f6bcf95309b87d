package jp.fudamori.notice;

import java.util.Locale;

/**
 * The mails of this office; the subject of the first is the real office's, the others are ours [SOURCES:
 * mail-subjects].
 */
enum MailKind {
    ACCEPTANCE("電子証明書 申請情報受付通知"),
    CORRECTION_REQUESTED("電子証明書発行申請 内容不備のお知らせ"),
    RESUBMITTED("電子証明書発行申請 補正受付のお知らせ"),
    CORRECTION_ABANDONED("電子証明書発行申請 補正期限切れによる終了のお知らせ"),
    DRAFT_ABANDONED("電子証明書発行申請 作成中の申請の終了のお知らせ"),
    CANCELLED("電子証明書発行申請 取消しのお知らせ"),
    OVERDUE("電子証明書発行申請 審査期限変更のお知らせ"),
    DEADLINE_MOVED("電子証明書発行申請 予定日変更のお知らせ"),
    REJECTED("電子証明書発行申請 審査結果のお知らせ"),
    APPROVED_IN_PART("電子証明書発行申請 審査結果のお知らせ（一部承認）"),
    ISSUED_AND_POSTED("電子証明書 発行のお知らせ"),
    LETTER_ABSENT("発行通知書 ご不在による保管のお知らせ"),
    LETTER_RETURNED("発行通知書が返送されました"),
    LETTER_REPOSTED("発行通知書 再発送のお知らせ"),
    LETTER_VOIDED("発行通知書 無効のお知らせ"),
    DOWNLOAD_REMINDER("電子証明書 ダウンロード期限のお知らせ"),
    QUALIFICATION_MISSING("電子証明書発行申請 利用申請についてのご案内"),
    QUALIFICATION_WAIT_ABANDONED("電子証明書発行申請 お手続き終了のお知らせ"),
    QUALIFICATION_RECEIVED("オンライン資格確認 利用申請受付通知"),
    QUALIFICATION_RETURNED("オンライン資格確認利用申請 内容不備のお知らせ"),
    QUALIFICATION_ACCEPTED("オンライン資格確認利用申請 受理のお知らせ"),
    QUALIFICATION_REJECTED("オンライン資格確認利用申請 審査結果のお知らせ"),
    QUALIFICATION_ABANDONED("オンライン資格確認利用申請 補正期限切れによる終了のお知らせ"),
    REVIEW_REMINDER("電子証明書発行申請 審査期限が近づいています"),
    SECOND_APPROVAL_REQUESTED("電子証明書発行申請 二次承認のお願い");

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
