package jp.fudamori.fee;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

@Configuration
@EnableConfigurationProperties(FeeSettings.class)
class FeeConfiguration {

    /** Reads the text that applicants agree to. */
    @Bean
    ConsentWording consentWording(FeeSettings settings) throws IOException {
        var version = settings.consentVersion();
        var file = new ClassPathResource("consent/" + version + ".txt");
        return new ConsentWording(
                version, file.getContentAsString(StandardCharsets.UTF_8).strip());
    }
}
