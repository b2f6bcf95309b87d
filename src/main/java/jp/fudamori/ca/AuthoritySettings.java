package jp.fudamori.ca;

import java.net.URI;
import java.nio.file.Path;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The authority as an operator writes it; {@link Profile} and {@link Issuers} are what comes out of the check.
 *
 * @param keystore PKCS#12 file that {@link KeyCeremony} made, an entry for each generation; or the configuration of
 *     SunPKCS11 for a token that has them
 * @param keystoreType which of the two
 * @param keystorePassword secret; the PIN of the token
 * @param issuing who signs certificates: one generation, and those that take over with the day from which they do,
 *     {@code issuing-g1, issuing-g2@2030-04-01}; all others stay for lists and chains
 * @param keyPool how many key pairs of each kind to keep prepared; nothing is prepared for 0 or for a kind not named
 */
@ConfigurationProperties("fudamori.ca")
record AuthoritySettings(
        Path keystore,
        @DefaultValue("PKCS12") KeystoreType keystoreType,
        String keystorePassword,
        List<String> issuing,
        ProfileSettings profile,
        @DefaultValue Map<KeyAlgorithm, Integer> keyPool) {

    AuthoritySettings {
        required(keystore, "keystore");
        required(keystorePassword, "keystore-password");
        required(issuing, "issuing");
        required(profile, "profile");
    }

    enum KeystoreType {
        PKCS12,
        PKCS11
    }

    Vault vault() {
        var password = keystorePassword.toCharArray();
        return keystoreType == KeystoreType.PKCS12
                ? new FileVault(keystore, password)
                : new TokenVault(keystore, password);
    }

    /** What certificates and lists tell of where they are. */
    Publication publication() {
        return new Publication(profile.baseUrl(), profile.policies());
    }

    @Override
    public String toString() {
        return "authority %s in %s".formatted(issuing, keystore);
    }

    /**
     * The certificate profile, unchecked.
     *
     * @param baseUrl where relying parties fetch lists and issuers; http, no slash at the end
     * @param policies object identifiers in dotted form: our own first, then those we also conform to
     * @param keys kinds of keys that are certified
     * @param longestValidity counted in Japanese calendar days
     */
    record ProfileSettings(
            URI baseUrl,
            List<String> policies,

            @DefaultValue({"RSA_2048", "RSA_3072", "RSA_4096", "EC_P256", "EC_P384"})
            Set<KeyAlgorithm> keys,

            @DefaultValue("P39M") Period longestValidity) {

        ProfileSettings {
            required(baseUrl, "profile.base-url");
            required(policies, "profile.policies");
        }
    }

    private static void required(@Nullable Object value, String key) {
        Objects.requireNonNull(value, () -> "fudamori.ca." + key + " is not set");
    }
}
