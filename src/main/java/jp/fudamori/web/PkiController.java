package jp.fudamori.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import jp.fudamori.ca.CertificateAuthority;
import jp.fudamori.ca.RevocationList;
import jp.fudamori.ca.RevocationLists;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What relying parties fetch: certificates and revocation lists of every generation (RFC 5280, 4.2.1.13, 4.2.2.1). */
@RestController
@RequestMapping("/pki")
@Tag(name = "認証局")
class PkiController {

    private static final MediaType CERTIFICATE = new MediaType("application", "pkix-cert");
    private static final MediaType REVOCATION_LIST = new MediaType("application", "pkix-crl");
    private static final Duration CERTIFICATE_CACHED = Duration.ofDays(1);

    /** Short beside the 96 hours of a list, so that a new one is seen soon. */
    private static final Duration LIST_CACHED = Duration.ofMinutes(5);

    private final CertificateAuthority authority;
    private final RevocationLists lists;

    PkiController(CertificateAuthority authority, RevocationLists lists) {
        this.authority = authority;
        this.lists = lists;
    }

    @Operation(summary = "認証局の証明書（DER）を返す")
    @GetMapping("/ca/{issuer:[a-z0-9-]+}.cer")
    ResponseEntity<byte[]> certificate(@PathVariable String issuer) {
        return authority
                .certificateOf(issuer)
                .map(certificate -> ResponseEntity.ok()
                        .contentType(CERTIFICATE)
                        .cacheControl(CacheControl.maxAge(CERTIFICATE_CACHED).cachePublic())
                        .body(der(certificate)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @Operation(summary = "失効リスト（DER）を返す")
    @GetMapping("/crl/{issuer:[a-z0-9-]+}.crl")
    ResponseEntity<byte[]> revocationList(@PathVariable String issuer) {
        return lists.current(issuer)
                .map(PkiController::answer)
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static ResponseEntity<byte[]> answer(RevocationList list) {
        return ResponseEntity.ok()
                .contentType(REVOCATION_LIST)
                .cacheControl(CacheControl.maxAge(LIST_CACHED).cachePublic())
                .lastModified(list.thisUpdate())
                .eTag(Long.toString(list.number()))
                .body(list.der());
    }

    private static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
