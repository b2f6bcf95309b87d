package jp.fudamori.notice;

import java.util.Locale;

/**
 * The mails of this office; the subject of the first is the real office's, the others are ours [SOURCES:
 * mail-subjects].
 */
enum MailKind {
    ACCEPTANCE("受付", "電子証明書 申請情報受付通知"),
    CORRECTION_REQUESTED("補正依頼", "電子証明書発行申請 内容不備のお知らせ"),
    RESUBMITTED("補正受付", "電子証明書発行申請 補正受付のお知らせ"),
    CORRECTION_ABANDONED("補正期限切れ", "電子証明書発行申請 補正期限切れによる終了のお知らせ"),
    DRAFT_ABANDONED("下書き終了", "電子証明書発行申請 作成中の申請の終了のお知らせ"),
    CANCELLED("取消し", "電子証明書発行申請 取消しのお知らせ"),
    OVERDUE("審査遅延", "電子証明書発行申請 審査期限変更のお知らせ"),
    DEADLINE_MOVED("予定日変更", "電子証明書発行申請 予定日変更のお知らせ"),
    REJECTED("却下", "電子証明書発行申請 審査結果のお知らせ"),
    APPROVED_IN_PART("一部承認", "電子証明書発行申請 審査結果のお知らせ（一部承認）"),
    ISSUED_AND_POSTED("発行", "電子証明書 発行のお知らせ"),
    LETTER_ABSENT("不在", "発行通知書 ご不在による保管のお知らせ"),
    LETTER_RETURNED("返戻", "発行通知書が返送されました"),
    LETTER_REPOSTED("再発送", "発行通知書 再発送のお知らせ"),
    LETTER_VOIDED("通知書無効", "発行通知書 無効のお知らせ"),
    CERTIFICATE_WITHHELD("発行なし", "電子証明書 発行できないことのお知らせ"),
    CERTIFICATE_REVOKED("失効", "電子証明書 失効のお知らせ"),
    LOSS_ACCEPTED("再発行受付", "再発行申請受付通知"),
    DOWNLOAD_REMINDER("ダウンロード期限予告", "電子証明書 ダウンロード期限のお知らせ"),
    QUALIFICATION_MISSING("利用申請なし", "電子証明書発行申請 利用申請についてのご案内"),
    QUALIFICATION_WAIT_ABANDONED("利用申請待ち終了", "電子証明書発行申請 お手続き終了のお知らせ"),
    QUALIFICATION_RECEIVED("利用申請受付", "オンライン資格確認 利用申請受付通知"),
    QUALIFICATION_RETURNED("利用申請差戻し", "オンライン資格確認利用申請 内容不備のお知らせ"),
    QUALIFICATION_OVERDUE("利用申請審査遅延", "オンライン資格確認利用申請 審査期限変更のお知らせ"),
    QUALIFICATION_DEADLINE_MOVED("利用申請期限変更", "オンライン資格確認利用申請 審査期限変更のお知らせ"),
    QUALIFICATION_ACCEPTED("利用申請受理", "オンライン資格確認利用申請 受理のお知らせ"),
    QUALIFICATION_WITHDRAWN("利用申請取下げ", "オンライン資格確認利用申請 取下げのお知らせ"),
    QUALIFICATION_REJECTED("利用申請却下", "オンライン資格確認利用申請 審査結果のお知らせ"),
    QUALIFICATION_ABANDONED("利用申請補正期限切れ", "オンライン資格確認利用申請 補正期限切れによる終了のお知らせ"),
    RENEWAL_REMINDER("有効期限予告", "電子証明書 有効期限のお知らせ"),
    RENEWED("更新", "電子証明書 更新のお知らせ（受取りのお願い）"),
    RENEWAL_WITHDRAWN("更新取消し", "電子証明書 更新の取消しのお知らせ"),
    CERTIFICATE_EXPIRED("有効期限切れ", "電子証明書 有効期限切れのお知らせ"),
    SUCCESSION_NOTICE("承継案内", "医療機関コードの承継 お手続きのご案内"),
    SUCCESSION_ENDED("承継による失効", "電子証明書 失効のお知らせ（医療機関コードの承継）"),
    INSTITUTION_CLOSED("廃止による失効", "電子証明書 失効のお知らせ（医療機関の廃止）"),
    REVIEW_REMINDER("審査督促", "電子証明書発行申請 審査期限が近づいています"),
    SECOND_APPROVAL_REQUESTED("二次承認依頼", "電子証明書発行申請 二次承認のお願い"),
    REGISTRATION_LINK("登録確認", "新規ユーザー登録 メールアドレスの確認"),
    REGISTRATION_KNOWN("登録済み案内", "新規ユーザー登録 すでに登録されています"),
    REGISTRATION_CHECKING("登録内容確認中", "新規ユーザー登録 登録内容を確認しています"),
    REGISTRATION_REJECTED("登録不可", "新規ユーザー登録 登録できなかったお知らせ"),
    ACCOUNT_OPENED("登録完了", "新規ユーザー登録 完了のお知らせ"),
    ACCOUNT_CLOSED("利用停止", "アカウントの利用を停止しました"),
    PASSWORD_RESET_LINK("パスワード再設定", "パスワード再設定のご案内"),
    PASSWORD_RESET_UNKNOWN("再設定（登録なし）", "パスワード再設定 アカウントがありません"),
    CREDENTIALS_CHANGED("認証情報変更", "パスワード等が変更されました"),
    MAIL_CHANGE_LINK("アドレス変更確認", "メールアドレス変更の確認"),
    MAIL_CHANGED("アドレス変更", "メールアドレスが変更されました");

    private final String japanese;
    private final String subject;

    MailKind(String japanese, String subject) {
        this.japanese = japanese;
        this.subject = subject;
    }

    /** @throws IllegalArgumentException if no mail has this code */
    static MailKind ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** What the staff calls such a mail. */
    String japanese() {
        return japanese;
    }

    String subject() {
        return subject;
    }

    /** Code in the table and name of the template, e.g. {@code issued-and-posted}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
