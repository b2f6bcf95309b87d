package jp.fudamori.web.portal.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import jp.fudamori.process.FormPart.Asked;
import jp.fudamori.process.FormPart.Kind;
import jp.fudamori.process.FormPart.Shown;
import jp.fudamori.process.FormPart.Words;
import org.junit.jupiter.api.Test;

class FormPageTest {

    private static final Asked CONSENT = asked(Kind.RADIO, "consent", "発行料について", true, Map.of("true", "同意する"));
    private static final Asked NAME = asked(Kind.LINE, "contactName", "担当者名", true, Map.of());

    @Test
    void takesItsTitleFromTheFirstHeading() {
        var page = FormPage.of("申請情報を入力する", List.of(new Words("### 情報の入力\n説明"), NAME));

        assertThat(page.title()).isEqualTo("情報の入力");
        assertThat(page.parts()).extracting(FormPage.Part::fragment).containsExactly("text", "field");
    }

    @Test
    void isCalledLikeItsStepWithoutAHeading() {
        assertThat(FormPage.of("申請情報を入力する", List.of(new Words("説明"))).title()).isEqualTo("申請情報を入力する");
        assertThat(FormPage.of("申請情報を入力する", List.of()).title()).isEqualTo("申請情報を入力する");
    }

    @Test
    void putsNeighbouringFactsIntoOneListInTheirOrder() {
        var page = FormPage.of("", List.of(new Shown("b", "乙", "2"), new Shown("a", "甲", "1"), NAME));

        assertThat(page.parts().get(0))
                .isInstanceOfSatisfying(
                        FormPage.Facts.class,
                        facts -> assertThat(facts.facts().keySet()).containsExactly("乙", "甲"));
    }

    @Test
    void setsTheRemarksOfTheOfficeApart() {
        var page = FormPage.of("", List.of(new Shown("remarks", "差戻しの理由", "担当者名: 部署名も\nその他: 電話を")));

        assertThat(page.parts()).containsExactly(new FormPage.Remarks("差戻しの理由", List.of("担当者名: 部署名も", "その他: 電話を")));
    }

    @Test
    void putsARemarkToTheFieldThatItIsAbout() {
        var remark = new Shown("contactNameRemark", "「担当者名」への指摘", "部署名も\n入力してください。");

        var page = FormPage.of("", List.of(remark, NAME));

        assertThat(page.parts()).containsExactly(new FormPage.Field(NAME, List.of("部署名も", "入力してください。")));
    }

    @Test
    void makesAButtonOfEachAnswerWhereThatIsAllThatIsAsked() {
        assertThat(FormPage.of("", List.of(CONSENT)).choice()).hasValue(CONSENT);
        assertThat(FormPage.of("", List.of(CONSENT, NAME)).choice()).isEmpty();
        assertThat(FormPage.of("", List.of(NAME)).choice()).isEmpty();
    }

    @Test
    void leadsARefusalToTheFieldThatItIsAbout() {
        var page = FormPage.of("", List.of(NAME, asked(Kind.LINES, "terminalNames", "端末名称等", true, Map.of())));

        assertThat(page.errors("「受付」が2回入力されています。", "terminal-named-twice")).containsOnlyKeys("terminalNames");
        assertThat(page.errors("「担当者名」に使えない文字があります。", "text-not-allowed")).containsOnlyKeys("contactName");
        assertThat(page.errors("受け付けられません。", "already-decided")).containsOnlyKeys("form");
    }

    private static Asked asked(Kind kind, String key, String label, boolean required, Map<String, String> options) {
        return new Asked(kind, key, label, "", required, 0, options, "");
    }
}
