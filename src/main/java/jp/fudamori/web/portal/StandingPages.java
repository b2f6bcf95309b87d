package jp.fudamori.web.portal;

import java.util.Map;
import jp.fudamori.process.CaseStanding;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page that says where a case stands, to who has done a step of it. */
@Component
class StandingPages {

    private static final String REVIEWED = "申請を受け付け、審査しています。結果はメールでお知らせします。";

    /** What to say at an element of a model; elsewhere the page names the element. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("verifyQualification", "利用申請の記録を担当者が確認しています。2営業日ほどかかります。確認でき次第、申請の続きがホームの「やること」に現れます。"),
            Map.entry(
                    "awaitQualification",
                    "オンライン資格確認の利用申請が受理されるのを待っています。手順をメールでお送りしました。受理されると、この申請の続きがホームの「やること」に現れます。"),
            Map.entry("applicationDropped", "申請を取りやめました。発行料はかかりません。"),
            Map.entry("draftAbandoned", "入力の期限が過ぎたため、この申請は終わりました。発行料はかかりません。もう一度申請してください。"),
            Map.entry("qualificationMissing", "利用申請が受理されないまま期限が過ぎたため、この申請は終わりました。発行料はかかりません。"),
            Map.entry("correctionAbandoned", "補正の期限が過ぎたため、この申請は終わりました。発行料はかかりません。もう一度申請してください。"),
            Map.entry("applicationCancelled", "この申請は取り消されています。発行料はかかりません。"),
            Map.entry("reviewApplication", REVIEWED),
            Map.entry("approveSecond", REVIEWED),
            Map.entry("applicationRejected", "審査の結果、申請は承認されませんでした。理由はメールと申請状況でご確認ください。"),
            Map.entry("cancellationDone", "申請を取り消しました。発行料はかかりません。確認のメールをお送りしました。"),
            Map.entry("withdrawalDone", "利用申請を取り下げました。確認のメールをお送りしました。利用申請は、いつでも改めて申請できます。"),
            Map.entry("reviewQualification", "利用申請を受け付けました。約5営業日で審査し、結果をメールでお知らせします。"),
            Map.entry("qualificationWithdrawn", "利用申請を取り下げました。"),
            Map.entry("qualificationAccepted", "利用申請は受理されています。電子証明書の発行を申請できます。"),
            Map.entry("qualificationRejected", "利用申請は受理されませんでした。理由はメールでご確認ください。"),
            Map.entry("certificatesRevoked", "電子証明書を失効させました。確認のメールをお送りしました。端末に残っている電子証明書は削除してください。"),
            Map.entry("revocationDropped", "失効を取りやめました。電子証明書は、そのまま使えます。"),
            Map.entry(
                    "reissuePrepared", "届出を受け付けました。古い通知書のIDは使えなくなりました。続けて、新しい電子証明書を申請してください。用意した申請書が、ホームの「やること」にあります。"),
            Map.entry("lossDropped", "届出を取りやめました。何も変わっていません。"),
            Map.entry("qualificationAbandoned", "入力の期限が過ぎたため、この利用申請は終わりました。もう一度申請してください。"));

    /** A case that comes to one of these has just been taken in, or ended as the person wished. */
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("reviewApplication", "申請を審査しています"),
            Map.entry("approveSecond", "申請を審査しています"),
            Map.entry("cancellationDone", "取消しが完了しました"),
            Map.entry("withdrawalDone", "取下げが完了しました"),
            Map.entry("reviewQualification", "利用申請を送信しました"),
            Map.entry("qualificationWithdrawn", "利用申請を取り下げました"),
            Map.entry("applicationDropped", "申請を取りやめました"),
            Map.entry("verifyQualification", "利用申請の記録を確認しています"),
            Map.entry("certificatesRevoked", "失効が完了しました"),
            Map.entry("revocationDropped", "失効を取りやめました"),
            Map.entry("reissuePrepared", "届出を受け付けました"),
            Map.entry("lossDropped", "届出を取りやめました"));

    ModelAndView page(CaseStanding standing) {
        var place = standing.places().stream().findFirst();
        return new ModelAndView("portal/standing")
                .addObject("standing", standing)
                .addObject("number", standing.number().orElse(""))
                .addObject("title", place.map(at -> TITLES.get(at.id())).orElse("この手続きは先へ進んでいます"))
                .addObject("words", place.map(StandingPages::words).orElse(""))
                .addObject("next", standing.next().map(next -> next.id()).orElse(""))
                .addObject("nextName", standing.next().map(next -> next.name()).orElse(""));
    }

    private static String words(CaseStanding.Place place) {
        return WORDS.getOrDefault(place.id(), "この手続きはいま「" + place.name() + "」のところにあります。");
    }
}
