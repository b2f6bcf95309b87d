package jp.fudamori.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayoutTest {

    private static final String ATTACK = "\"><script>alert('鈴木')</script>";

    @Test
    void showsWhatWasTypedAgainButNoPassword() {
        var page = page(Map.of("contactName", "事務部 鈴木花子", "password", "correct horse"), Map.of());

        assertThat(page).contains("value=\"事務部 鈴木花子\"").doesNotContain("correct horse");
    }

    @Test
    void leadsFromTheErrorSummaryToTheFieldWithItsMessage() {
        var page = page(Map.of(), Map.of("contactName", "「担当部署/担当者名」は必須項目です。"));

        assertThat(page)
                .contains("<title>エラー: 部品の見本 - 札守</title>")
                .contains("href=\"#contactName\"")
                .contains("id=\"contactName-error\"")
                .contains("aria-describedby=\"contactName-hint contactName-error\"")
                .contains("aria-invalid=\"true\"");
    }

    @Test
    void escapesEverythingThatIsShown() {
        var values = new LinkedHashMap<String, String>();
        for (var key : new String[] {"contactName", "terminalNames", "consent", "kind", "day", "read"}) {
            values.put(key, ATTACK);
        }

        assertThat(page(values, Map.of("contactName", ATTACK)))
                .doesNotContain("<script")
                .contains("&lt;script&gt;");
    }

    @Test
    void showsBreadcrumbsFromHomeToThePage() {
        assertThat(page(Map.of(), Map.of()))
                .contains("<a href=\"/menu\">申請</a>")
                .contains("<span aria-current=\"page\">部品の見本</span>");
    }

    private static String page(Map<String, String> values, Map<String, String> errors) {
        return Pages.render("sample", Map.of("values", values, "errors", errors));
    }
}
