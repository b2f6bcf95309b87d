package jp.fudamori;

import java.util.List;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Stops a server that lacks a secret before anything else starts, and names all that are missing at once. */
final class RequiredSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** None of these has a default: each is a secret, or says where one lies. */
    private static final List<String> NAMES = List.of(
            "spring.datasource.password", "fudamori.seal.key", "fudamori.ca.keystore", "fudamori.ca.keystore-password");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var missing = missingIn(context.getEnvironment());
        if (!missing.isEmpty()) {
            throw new SettingsMissing(missing);
        }
    }

    private static List<String> missingIn(Environment environment) {
        return NAMES.stream()
                .filter(name -> !StringUtils.hasText(environment.getProperty(name)))
                .toList();
    }
}
