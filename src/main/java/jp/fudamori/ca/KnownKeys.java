package jp.fudamori.ca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * RSA keys that others know, e.g. those that Debian's OpenSSL made from 2006 to 2008: lists in the form of
 * {@code openssl-vulnkey}, a line for each key with the last 20 hexadecimal digits of the SHA-1 of
 * {@code Modulus=<HEX>\n}. We ship none [SOURCES: known-keys].
 */
@Component
class KnownKeys {

    private static final int SKIPPED = 20;

    private final Set<String> fingerprints;

    KnownKeys(@Value("${fudamori.ca.known-keys:}") List<String> lists) {
        fingerprints = new HashSet<>();
        lists.stream().map(Path::of).forEach(this::read);
    }

    private void read(Path list) {
        try (var lines = Files.lines(list)) {
            lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(fingerprints::add);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read fudamori.ca.known-keys " + list, e);
        }
    }

    boolean contain(PublicKey key) {
        return !fingerprints.isEmpty()
                && key instanceof RSAPublicKey rsa
                && fingerprints.contains(fingerprint(rsa.getModulus()));
    }

    static String fingerprint(BigInteger modulus) {
        var text = "Modulus=" + modulus.toString(16).toUpperCase(Locale.ROOT) + "\n";
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest).substring(SKIPPED);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
