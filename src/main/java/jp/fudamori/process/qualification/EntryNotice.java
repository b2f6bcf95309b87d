package jp.fudamori.process.qualification;

import jp.fudamori.common.JapaneseDates;
import jp.fudamori.institution.InstitutionRegistry;
import jp.fudamori.institution.Qualification;
import jp.fudamori.qualification.QualificationApplication.Returned;
import jp.fudamori.qualification.QualificationApplication.Writable;
import org.springframework.stereotype.Component;

/** What a clinic should know before it writes, in Markdown, as the form shows it. */
@Component
class EntryNotice {

    private static final String FIRST = "利用申請の記録はまだありません。受理されると、電子証明書の発行を申請できるようになります。";
    private static final String CHANGE = """
            利用申請は、%sに受理されています（発行料の支払方法: %s）。

            このまま申請すると、支払方法の変更になります。新しい支払方法は受理された日から適用され、すでに計上された発行料の支払方法は変わりません。""";
    private static final String CORRECTION = """
            受付番号 %s の利用申請について、訂正をお願いします。

            **お願いしたいこと**: %s""";
    private static final String UNTIL = "\n\n%sまでに申請されないときは、この手続きは終わります。";

    private final InstitutionRegistry registry;

    EntryNotice(InstitutionRegistry registry) {
        this.registry = registry;
    }

    String about(Writable application) {
        var notice = application instanceof Returned returned
                ? CORRECTION.formatted(returned.submission().number(), returned.reason())
                : registry.qualification(application.opening().institution())
                        .map(EntryNotice::change)
                        .orElse(FIRST);
        return notice + UNTIL.formatted(JapaneseDates.day(application.answerUntil()));
    }

    private static String change(Qualification qualification) {
        return CHANGE.formatted(
                JapaneseDates.day(qualification.acceptedOn()),
                qualification.paymentMethod().japanese());
    }
}
