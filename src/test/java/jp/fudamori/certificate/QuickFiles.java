package jp.fudamori.certificate;

import jp.fudamori.application.LineNumber;
import jp.fudamori.ca.IssuedCertificate;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Files under the password of a clinic with as few iterations as under a random one: a walk that fetches hundreds of
 * them would wait a second for each.
 */
@TestConfiguration(proxyBeanMethods = false)
public class QuickFiles {

    @Bean
    @Primary
    Pkcs12Files quickPkcs12Files(Subscribers subscribers, HolderKeys keys, CertificateSettings settings) {
        return new Pkcs12Files(subscribers, keys, settings) {
            @Override
            byte[] writeChosen(LineNumber line, IssuedCertificate issued, byte[] sealedKey, ChosenPassword password) {
                return write(line, issued, sealedKey, password.value());
            }
        };
    }
}
