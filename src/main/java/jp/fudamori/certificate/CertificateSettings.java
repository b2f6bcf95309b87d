package jp.fudamori.certificate;

import jp.fudamori.ca.KeyAlgorithm;
import jp.fudamori.ca.Pkcs12Form;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How certificates are made for clinics.
 *
 * @param key kind of key pair that is made for them
 * @param pkcs12Form {@code compatible} for clinics whose systems do not read the modern form
 */
@ConfigurationProperties("fudamori.certificate")
record CertificateSettings(
        @DefaultValue("RSA_2048") KeyAlgorithm key,
        @DefaultValue("MODERN") Pkcs12Form pkcs12Form) {}
