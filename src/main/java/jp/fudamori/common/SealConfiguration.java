package jp.fudamori.common;

import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class SealConfiguration {

    /** @param key 32 bytes in Base64, from the environment or a file, never from the database */
    @Bean
    Seal seal(@Value("${fudamori.seal.key}") String key) {
        return new Seal(Base64.getDecoder().decode(key));
    }
}
