package jp.fudamori.web;

import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.ParameterizableViewController;

/** A page whose template fails after more than any buffer holds. */
public final class TornPage {

    public static final String PATH = "/menu/torn";

    private TornPage() {}

    /** Registers the fixture. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Registration {

        @Bean
        SimpleUrlHandlerMapping tornPage() {
            var page = new ParameterizableViewController();
            page.setViewName("torn");
            return new SimpleUrlHandlerMapping(Map.of(PATH, page), Ordered.HIGHEST_PRECEDENCE);
        }
    }
}
