package jp.fudamori.ca;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * 鍵生成式の記録: who made which keys and when, as a JSON file, signed by every key it names. Beside it lie
 * {@code <file>.<generation>.sig} (the bare signature) and {@code <generation>.pem}, so that anybody can check it:
 * {@code openssl dgst -sha256 -verify key.pem -signature ….sig protocol.json}.
 */
final class CeremonyProtocol {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path file;

    CeremonyProtocol(Path file) {
        this.file = file;
    }

    /**
     * Writes the protocol of a new generation and has it signed by that key and by the root's.
     *
     * @param generations the new one first, then the root
     * @throws IllegalStateException if there is a protocol of this name
     */
    void write(List<String> custodians, OffsetDateTime at, List<Issuer> generations) {
        var content = new LinkedHashMap<String, Object>();
        content.put("event", "key-ceremony");
        content.put("at", at.toString());
        content.put("custodians", custodians);
        content.put(
                "generations",
                generations.stream().map(CeremonyProtocol::describe).toList());
        try {
            var bytes = JSON.writeValueAsBytes(content);
            Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
            for (var generation : generations) {
                Files.write(signatureOf(generation.name()), generation.sign(bytes), StandardOpenOption.CREATE_NEW);
                Files.writeString(certificateOf(generation.name()), pem(generation.certificate()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the protocol " + file, e);
        }
    }

    private static Map<String, String> describe(Issuer issuer) {
        var certificate = issuer.certificate();
        var description = new LinkedHashMap<String, String>();
        description.put("name", issuer.name());
        description.put("key", issuer.algorithm().name());
        description.put("subject", certificate.getSubjectX500Principal().getName());
        description.put("serial", certificate.getSerialNumber().toString(16));
        description.put(
                "keyIdentifier",
                HexFormat.of()
                        .formatHex(KeyIdentifiers.of(certificate.getPublicKey()).getKeyIdentifier()));
        description.put("sha256", fingerprint(certificate));
        description.put("notBefore", certificate.getNotBefore().toInstant().toString());
        description.put("notAfter", certificate.getNotAfter().toInstant().toString());
        return description;
    }

    static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.ofDelimiter(":")
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Returns what is wrong with a protocol; nothing, if every generation in it has its certificate and signed it.
     *
     * @throws UncheckedIOException if a file is missing
     */
    List<String> findings() {
        try {
            var bytes = Files.readAllBytes(file);
            var findings = new ArrayList<String>();
            for (var generation : JSON.readTree(bytes).path("generations")) {
                var name = generation.path("name").asText();
                var certificate = Issuer.certificate(Files.readAllBytes(certificateOf(name)));
                if (!fingerprint(certificate).equals(generation.path("sha256").asText())) {
                    findings.add(name + ": 証明書の指紋が記録と一致しません。");
                } else if (!isSigned(bytes, name, certificate)) {
                    findings.add(name + ": 署名が正しくありません。");
                }
            }
            return findings;
        } catch (JsonProcessingException e) {
            return List.of("記録を読み取れません。");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the protocol " + file, e);
        }
    }

    private boolean isSigned(byte[] bytes, String name, X509Certificate certificate) throws IOException {
        var signature = Files.readAllBytes(signatureOf(name));
        return KeyAlgorithm.of(certificate.getPublicKey())
                .orElseThrow()
                .verifies(certificate.getPublicKey(), (Content) out -> out.write(bytes), signature);
    }

    Path signatureOf(String generation) {
        return file.resolveSibling(file.getFileName() + "." + generation + ".sig");
    }

    Path certificateOf(String generation) {
        return file.resolveSibling(generation + ".pem");
    }

    private static String pem(X509Certificate certificate) {
        try {
            var lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(certificate.getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
