package jp.fudamori;

import java.util.List;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Stops a server that lacks a setting before anything else starts, and names all that are missing at once. */
final class RequiredSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** None of these has a default: each is a secret, says where one lies, or stands in every certificate. */
    private static final List<String> NAMES = List.of(
            "spring.datasource.password",
            "fudamori.seal.key",
            "fudamori.ca.keystore",
            "fudamori.ca.keystore-password",
            "fudamori.ca.issuing",
            "fudamori.ca.profile.base-url",
            "fudamori.ca.profile.policies");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var missing = missingIn(context.getEnvironment());
        if (!missing.isEmpty()) {
            throw new SettingsMissing(missing);
        }
    }

    private static List<String> missingIn(Environment environment) {
        var settings = Binder.get(environment);
        return NAMES.stream().filter(name -> isMissing(settings, name)).toList();
    }

    /** A list may be one text or have an entry for each element. */
    private static boolean isMissing(Binder settings, String name) {
        return settings.bind(name, Bindable.listOf(String.class)).orElse(List.of()).stream()
                .noneMatch(StringUtils::hasText);
    }
}
