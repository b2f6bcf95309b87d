package jp.fudamori.web.pki;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import jp.fudamori.ca.CertificateAuthority;
import jp.fudamori.ca.PublishedList;
import jp.fudamori.ca.RevocationLists;
import jp.fudamori.document.Documents;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
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
    private final Documents documents;
    private final Clock clock;

    PkiController(CertificateAuthority authority, RevocationLists lists, Documents documents, Clock clock) {
        this.authority = authority;
        this.lists = lists;
        this.documents = documents;
        this.clock = clock;
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

    @Operation(summary = "失効リスト（DER）を返す。世代のすべての証明書")
    @GetMapping("/crl/{issuer:[a-z0-9-]+}.crl")
    ResponseEntity<Resource> revocationList(@PathVariable String issuer) {
        return answer(lists.find(issuer));
    }

    @Operation(summary = "失効リスト（DER）を返す。この分割を名指しする証明書のみ")
    @GetMapping("/crl/{issuer:[a-z0-9-]+}/{shard:[0-9]{1,2}}.crl")
    ResponseEntity<Resource> revocationList(@PathVariable String issuer, @PathVariable int shard) {
        return answer(lists.find(issuer, shard));
    }

    @Operation(summary = "運用規程（CP/CPS、PDF）を返す")
    @GetMapping("/cps.pdf")
    ResponseEntity<byte[]> practiceStatement() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.maxAge(CERTIFICATE_CACHED).cachePublic())
                .body(documents.find(Documents.CP_CPS).orElseThrow());
    }

    private ResponseEntity<Resource> answer(Optional<PublishedList> list) {
        return list.map(found -> ResponseEntity.ok()
                        .contentType(REVOCATION_LIST)
                        .contentLength(found.length())
                        .cacheControl(CacheControl.maxAge(cached(found)).cachePublic())
                        .lastModified(found.thisUpdate())
                        .eTag(Long.toString(found.number()))
                        .<Resource>body(new InputStreamResource(found::open)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** Nobody may keep a list beyond its own end. */
    private Duration cached(PublishedList list) {
        var left = Duration.between(clock.instant(), list.nextUpdate());
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(LIST_CACHED) < 0 ? left : LIST_CACHED;
    }

    private static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
