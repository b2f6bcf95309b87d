package jp.fudamori.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.fudamori.paper.Office;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

class LayoutTest {

    private static final String ATTACK = "\"><script>alert('鈴木')</script>";

    private static final Office OFFICE = new Office(
            "見本センター",
            "100-0000",
            "東京都千代田区見本町1-2-3",
            "000-0000-0000",
            "平日",
            URI.create("https://portal.example/"),
            URI.create("https://download.example/"));

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
        var engine = new SpringTemplateEngine();
        for (var folder : new String[] {"templates/", "templates-sample/"}) {
            var resolver = new ClassLoaderTemplateResolver();
            resolver.setPrefix(folder);
            resolver.setSuffix(".html");
            resolver.setCheckExistence(true);
            engine.addTemplateResolver(resolver);
        }
        var servlets = new MockServletContext();
        var exchange = JakartaServletWebApplication.buildApplication(servlets)
                .buildExchange(new MockHttpServletRequest(servlets), new MockHttpServletResponse());
        return engine.process(
                "sample",
                new WebContext(
                        exchange,
                        Locale.JAPAN,
                        Map.of("shell", new Shell(Optional.empty(), OFFICE), "values", values, "errors", errors)));
    }
}
