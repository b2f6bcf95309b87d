package jp.fudamori.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class MailTemplatesTest {

    private static final Path PREVIEW = Path.of("target", "mail-preview");

    private static final String THIRD_TERMINAL = "訪問診療用ノートパソコン（貸出し・予備機を含む全台の管理番号は別紙のとおり）";
    private static final String NOT_BEFORE = "2026年11月24日（火）";
    private static final String NOT_AFTER = "2030年2月24日（日）";

    private static final Map<String, String> CERTIFICATE = Map.of(
            "terminal", Example.TERMINAL, "serial", "7f3a09c2e45b81d6aa10f2937c5e6b01", "line", "20261120-00001-01");

    private static final Map<String, Object> VALUES = Map.ofEntries(
            Map.entry("applicationNumber", "20261120-00001"),
            Map.entry("lookupCode", MailSecret.Kind.CODE.place()),
            Map.entry("institutionCode", "1330100016"),
            Map.entry("institutionName", Example.CLINIC_NAME),
            Map.entry("contactName", Example.CONTACT),
            Map.entry("terminals", List.of(Example.TERMINAL)),
            Map.entry("submittedAt", "2026年11月20日（金）10時00分"),
            Map.entry("reviewDue", "2026年11月30日（月）"),
            Map.entry("expectedArrival", "2026年11月30日（月）"),
            Map.entry("nextReviewDue", "2026年12月7日（月）"),
            Map.entry("newReviewDue", "2026年12月14日（月）"),
            Map.entry("oldDue", "2026年11月30日（月）"),
            Map.entry("newDue", "2026年12月1日（火）"),
            Map.entry("newArrival", "2026年12月3日（木）"),
            Map.entry("fee", "1,650円（1枚）"),
            Map.entry("paymentMethod", "診療報酬からの控除"),
            Map.entry("reason", "医療機関の廃止届が受理されているため、電子証明書を発行できません。承継の手続きをご確認ください。"),
            Map.entry("remarks", List.of("担当部署/担当者名: お名前を姓と名に分けて、続けて入力してください。", "端末名称等: 2台目と3台目に、同じ名称が入力されています。")),
            Map.entry("correctionDue", "2026年12月25日（金）"),
            Map.entry("refused", List.of("受付パソコン: 同じ端末の電子証明書が、すでに発行されています。")),
            Map.entry("approvedCount", 2),
            Map.entry(
                    "certificates",
                    List.of(
                            Map.of("terminal", Example.TERMINAL, "notBefore", NOT_BEFORE, "notAfter", NOT_AFTER),
                            Map.of("terminal", "受付パソコン", "notBefore", NOT_BEFORE, "notAfter", NOT_AFTER))),
            Map.entry("downloadUntil", "2027年5月23日（日）"),
            Map.entry("reminded", List.of(Example.TERMINAL, "受付パソコン")),
            Map.entry("left", "あと30日"),
            Map.entry("postedOn", NOT_BEFORE),
            Map.entry("letterNumber", "2026-000042"),
            Map.entry("trackingNumber", "319-12-34567-3"),
            Map.entry("keptUntil", "2026年12月2日（水）"),
            Map.entry("qualificationNumber", "R20261120-00001"),
            Map.entry("until", "2026年12月20日（日）"),
            Map.entry("staffName", "審査 一郎"),
            Map.entry("link", MailSecret.Kind.LINK.place()),
            Map.entry("loginUrl", "https://portal.fudamori.example/login"),
            Map.entry("registerUrl", "https://portal.fudamori.example/register"),
            Map.entry("resetUrl", "https://portal.fudamori.example/password/forgotten"),
            Map.entry("validUntil", NOT_AFTER),
            Map.entry("price", "1,500円"),
            Map.entry("terminal", Example.TERMINAL),
            Map.entry("fetchUntil", "2027年5月23日（日）"),
            Map.entry("listUrl", "https://portal.fudamori.example/certificates"),
            Map.entry("renewalUrl", "https://download.fudamori.example/renewal"),
            Map.entry("successorCode", "1330100024"),
            Map.entry("successorName", "医療法人社団さくら会　さくら歯科クリニック"),
            Map.entry("closedOn", "2026年11月30日（月）"),
            Map.entry("transitionUntil", "2027年3月30日（火）"),
            Map.entry("revoked", List.of(CERTIFICATE)),
            Map.entry("revokedAt", "2026年11月20日（金）10時00分"),
            Map.entry("lost", List.of(CERTIFICATE)),
            Map.entry("what", "発行通知書をなくした・届かない（まだダウンロードしていない）"),
            Map.entry("revokedAtOnce", true),
            Map.entry("at", "2026年11月20日（金）10時00分"));

    private static final Map<MailKind, Map<String, Object>> OTHER_VALUES = Map.of(
            MailKind.DEADLINE_MOVED, Map.of("reason", "12月1日が臨時の休業日となったため。"),
            MailKind.QUALIFICATION_DEADLINE_MOVED, Map.of("reason", "12月1日が臨時の休業日となったため。"),
            MailKind.LETTER_RETURNED, Map.of("reason", "あて所に尋ねあたりません"),
            MailKind.QUALIFICATION_RETURNED, Map.of("reason", "開設者の氏名が、届出と異なっています。"),
            MailKind.APPROVED_IN_PART,
                    Map.of("terminals", List.of(Example.TERMINAL, "診察室パソコン", "受付パソコン"), "fee", "3,300円（1,650円×2枚）"));

    private final MailTemplates templates = new MailTemplates(Example.OFFICE);

    @ParameterizedTest
    @EnumSource(MailKind.class)
    void noLineIsWiderThan35FullWidthCharacters(MailKind kind) {
        assertThat(preview(kind).lines())
                .allSatisfy(line -> assertThat(MailTemplates.columns(line)).isLessThanOrEqualTo(70))
                .noneMatch(line -> line.contains("[(") || line.contains("null") || line.matches("■[^：]+："));
    }

    @ParameterizedTest
    @EnumSource(MailKind.class)
    void everyMailSaysWhoAnswersAndThatNobodyReadsReplies(MailKind kind) {
        assertThat(preview(kind).lines())
                .contains("────────────────────────────", "札守電子証明書発行センター（デモ）", "電話：000-0000-0000")
                .contains("受付時間：平日 9時00分から17時00分まで（土日・祝日・年末年始を除く）")
                .contains("※本メールは送信専用です。ご返信いただいてもお答えできません。")
                .contains("※本メールにお心当たりのない場合は、お手数ですが、上記までご連絡の");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.MATCH_NONE,
            names = {
                "DRAFT_ABANDONED",
                "QUALIFICATION_.*",
                "REVIEW_REMINDER",
                "SECOND_APPROVAL_REQUESTED",
                "REGISTRATION_.*",
                "ACCOUNT_.*",
                "PASSWORD_.*",
                "CREDENTIALS_.*",
                "MAIL_CHANGE.*",
                "RENEWAL_REMINDER",
                "SUCCESSION_.*",
                "INSTITUTION_CLOSED"
            })
    void mailsToAClinicNameItsContactFirst(MailKind kind) {
        assertThat(preview(kind).lines()).startsWith("医療法人社団さくら会　さくら歯科クリニック", "医療事務課　髙﨑 德濵 様", "");
    }

    @Test
    void acceptanceTellsNumberFeeAndArrival() {
        assertThat(preview(MailKind.ACCEPTANCE).lines())
                .contains("■受付番号：20261120-00001", "■受付日時：2026年11月20日（金）10時00分")
                .contains("■医療機関コード：1330100016", "■医療機関名称：医療法人社団さくら会　さくら歯科クリニック")
                .contains("■端末名称等：オンライン資格確認パソコン", "■枚数：1枚（端末1台につき1枚）")
                .contains("■金額：1,650円（1枚）", "■発生する時期：申請が承認された時点（電子証明書発行日）")
                .contains("■お支払い方法：診療報酬からの控除（利用申請の登録による）")
                .contains("■到着予定日：2026年11月30日（月）", "■郵送方法：書留", "■送付先：届出されている所在地（ご担当者様あて）")
                .contains("https://portal.fudamori.example/applications")
                .containsSequence("申請は、承認されるまでのあいだ、取り消すことができます。その場合、", "発行料は発生しません。「発行申請の取消し」の手続きで取り消すか、受付");
    }

    @Test
    void severalTerminalsAreNumberedAsTheyWereEntered() {
        var values = new HashMap<>(VALUES);
        values.put("terminals", List.of(Example.TERMINAL, "受付パソコン", THIRD_TERMINAL));
        values.put("fee", "4,500円（1,500円×3枚）");

        assertThat(preview(MailKind.ACCEPTANCE, "-three-terminals", values).lines())
                .containsSequence(
                        "■医療機関名称：医療法人社団さくら会　さくら歯科クリニック",
                        "■端末名称等：3台",
                        "　1. オンライン資格確認パソコン",
                        "　2. 受付パソコン",
                        "　3. 訪問診療用ノートパソコン（貸出し・予備機を含む全台の管理番号は別",
                        "紙のとおり）",
                        "■枚数：3枚（端末1台につき1枚）")
                .contains("■金額：4,500円（1,500円×3枚）");
    }

    @Test
    void overdueTellsWhyAndUntilWhen() {
        assertThat(preview(MailKind.OVERDUE).lines())
                .contains("審査に時間を要しており、審査期限までに結論に至りませんでした。")
                .contains("■これまでの審査期限：2026年11月30日（月）")
                .contains("■新しい審査期限：2026年12月7日（月）", "※発行料は、申請が承認されるまで発生しません。");
    }

    @Test
    void rejectedTellsTheReasonInLinesAndThatNothingIsToBePaid() {
        assertThat(preview(MailKind.REJECTED).lines())
                .contains("■結果：却下", "この申請について、発行料は発生しません。")
                .containsSequence("■理由：医療機関の廃止届が受理されているため、電子証明書を発行できませ", "ん。承継の手続きをご確認ください。");
    }

    @Test
    void issuedAndPostedTellsDatesAndTrackingNumber() {
        assertThat(preview(MailKind.ISSUED_AND_POSTED).lines())
                .contains("■枚数：2枚", "■発行料：1,650円（1枚）")
                .containsSequence(
                        "",
                        "■端末名称等：受付パソコン",
                        "　発行日（発行料の発生日）：2026年11月24日（火）",
                        "　有効期間：2026年11月24日（火）から",
                        "　　　　　　2030年2月24日（日）まで",
                        "",
                        "【発行通知書の発送】")
                .contains("■発送日：2026年11月24日（火）", "■お問い合わせ番号（書留）：319-12-34567-3")
                .contains("■ダウンロード期限：2027年5月23日（日）23時59分")
                .contains("発行通知書は再発行できません。紛失された場合は、電子証明書の再発行");
    }

    @Test
    void qualificationMissingTellsWhatToDo() {
        assertThat(preview(MailKind.QUALIFICATION_MISSING).lines())
                .startsWith("医療法人社団さくら会　さくら歯科クリニック 御中", "")
                .contains("■お待ちする期限：2026年12月20日（日）", "発行料は発生していません。");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            CORRECTION_REQUESTED | ■端末名称等: 2台目と3台目に、同じ名称が入力されています。
            CORRECTION_REQUESTED | ■再提出の期限：2026年12月25日（金）
            CORRECTION_REQUESTED | 発行料は発生していません。申請が承認された時点で発生します。
            RESUBMITTED | ■新しい審査期限：2026年12月14日（月）
            CORRECTION_ABANDONED | この申請について、発行料は発生しません。
            DRAFT_ABANDONED | 申請は提出されていないため、発行料は発生しません。
            CANCELLED | この申請について、発行料は発生しません。
            DEADLINE_MOVED | ■これまでの審査期限：2026年11月30日（月）
            DEADLINE_MOVED | ■新しい審査期限：2026年12月1日（火）
            DEADLINE_MOVED | ■新しい到着予定日：2026年12月3日（木）
            DEADLINE_MOVED | ■理由：12月1日が臨時の休業日となったため。
            APPROVED_IN_PART | ■受付パソコン: 同じ端末の電子証明書が、すでに発行されています。
            APPROVED_IN_PART | ■承認した枚数：2枚
            LETTER_ABSENT | ■保管期限：2026年12月2日（水）
            LETTER_ABSENT | ■お問い合わせ番号（書留）：319-12-34567-3
            LETTER_RETURNED | ■返送の理由：あて所に尋ねあたりません
            LETTER_RETURNED | ※ダウンロード期限は、返送によって延びることはありません。
            LETTER_REPOSTED | ■発送日：2026年11月24日（火）
            LETTER_VOIDED | この通知書に記載されたIDなどは、使えなくなりました。あとから通知書が
            DOWNLOAD_REMINDER | ■残りの日数：あと30日
            DOWNLOAD_REMINDER | ください。期限を過ぎた場合は、新たな発行（有償）が必要です。
            QUALIFICATION_RECEIVED | ■お支払い方法：診療報酬からの控除
            QUALIFICATION_RETURNED | ■再提出の期限：2026年12月25日（金）
            QUALIFICATION_OVERDUE | ■これまでの審査期限：2026年11月30日（月）
            QUALIFICATION_OVERDUE | ■新しい審査期限：2026年12月7日（月）
            QUALIFICATION_DEADLINE_MOVED | ■新しい審査期限：2026年12月1日（火）
            QUALIFICATION_DEADLINE_MOVED | ■理由：12月1日が臨時の休業日となったため。
            QUALIFICATION_WITHDRAWN | 新しい利用申請として、いつでも改めてお申し込みいただけます。
            QUALIFICATION_ACCEPTED | ■利用申請の受付番号：R20261120-00001
            QUALIFICATION_REJECTED | ■結果：却下
            QUALIFICATION_WAIT_ABANDONED | この申請について、発行料は発生しません。
            QUALIFICATION_ABANDONED | 新しい利用申請として、改めてお申し込みいただけます。
            ACCOUNT_CLOSED | 「新規ユーザー登録」をしてください。これまでの申請と電子証明書は、引き
            SECOND_APPROVAL_REQUESTED | ※承認した審査担当者は、二次承認を行うことができません。
            """)
    void tellsWhatTheClinicNeedsNext(MailKind kind, String line) {
        assertThat(preview(kind).lines()).contains(line);
    }

    @Test
    void aMemberOfStaffWhoseAccountIsClosedIsNotToldToRegister() {
        var values = new HashMap<>(VALUES);
        values.remove("institutionName");

        assertThat(templates.body(MailKind.ACCOUNT_CLOSED, values))
                .startsWith("札守電子証明書発行センター（デモ）です。\nお使いのアカウントの利用を停止しました。")
                .contains("■停止の日時：2026年11月20日（金）10時00分", "お心当たりのないときは")
                .doesNotContain("新規ユーザー登録", "電子証明書は、有効期限");
    }

    @Test
    void reviewReminderTellsTheReviewerTheDeadlineAndNoMoreThanNeeded() {
        assertThat(preview(MailKind.REVIEW_REMINDER))
                .startsWith("審査 一郎 様\n")
                .contains("■受付番号：20261120-00001", "■審査期限：2026年11月30日（月）")
                .doesNotContain(Example.CONTACT, Example.TERMINAL);
    }

    @Test
    void aValueIsNeitherATemplateNorASourceOfLines() {
        var values = new HashMap<>(VALUES);
        values.put("terminals", List.of("[(${officeName})] <b>&amp;\r\n※偽の案内"));

        assertThat(templates.body(MailKind.ACCEPTANCE, values).lines())
                .contains("■端末名称等：[(${officeName})] <b>&amp;  ※偽の案内");
    }

    private String preview(MailKind kind) {
        var values = new HashMap<>(VALUES);
        values.putAll(OTHER_VALUES.getOrDefault(kind, Map.of()));
        return preview(kind, "", values);
    }

    private String preview(MailKind kind, String variant, Map<String, ?> values) {
        var body = templates.body(kind, values);
        try {
            Files.createDirectories(PREVIEW);
            Files.writeString(
                    PREVIEW.resolve(kind.code() + variant + ".txt"), "Subject: " + kind.subject() + "\n\n" + body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return body;
    }
}
