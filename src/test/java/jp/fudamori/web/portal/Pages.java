package jp.fudamori.web.portal;

import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.fudamori.paper.Office;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** Templates without a server. */
final class Pages {

    private static final Office OFFICE = new Office(
            "見本センター",
            "100-0000",
            "東京都千代田区見本町1-2-3",
            "000-0000-0000",
            "平日",
            URI.create("https://portal.example/"),
            URI.create("https://download.example/"));

    private static final SpringTemplateEngine ENGINE = engine();

    private Pages() {}

    /** @param model the shell is added */
    static String render(String template, Map<String, Object> model) {
        var servlets = new MockServletContext();
        var exchange = JakartaServletWebApplication.buildApplication(servlets)
                .buildExchange(new MockHttpServletRequest(servlets), new MockHttpServletResponse());
        var all = new HashMap<>(model);
        all.put("shell", new Shell(Optional.empty(), OFFICE));
        return ENGINE.process(template, new WebContext(exchange, Locale.JAPAN, all));
    }

    private static SpringTemplateEngine engine() {
        var engine = new SpringTemplateEngine();
        for (var folder : new String[] {"templates/", "templates-sample/"}) {
            var resolver = new ClassLoaderTemplateResolver();
            resolver.setPrefix(folder);
            resolver.setSuffix(".html");
            resolver.setCheckExistence(true);
            engine.addTemplateResolver(resolver);
        }
        return engine;
    }
}
