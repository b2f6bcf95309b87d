package jp.fudamori.fee;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

@Configuration
class FeeConfiguration {

    /**
     * Reads the text that applicants agree to.
     *
     * @param version names the file {@code consent/<version>.txt}; a changed text gets a new version and a new file
     */
    @Bean
    ConsentText consentText(
            @Value("${fudamori.fee.consent-version}") String version,
            @Value("${fudamori.fee.amount-yen}") int amountYen,
            @Value("classpath:consent/${fudamori.fee.consent-version}.txt") Resource file)
            throws IOException {
        var text = file.getContentAsString(StandardCharsets.UTF_8).strip();
        if (!text.contains("%,d円".formatted(amountYen))) {
            throw new IllegalStateException("the consent text " + version + " does not name the fee of " + amountYen);
        }
        return new ConsentText(version, amountYen, text);
    }
}
