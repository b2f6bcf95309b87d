package jp.fudamori.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import jp.fudamori.certificate.Download;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;

/** What the pages of the download ports have in common. */
final class DownloadPages {

    private static final SecureRandom RANDOM = new SecureRandom();

    private DownloadPages() {}

    /** The page may show its own style and send its own forms, nothing else. */
    static ModelAndView page(String template, HttpStatus status, HttpServletResponse response) {
        var nonce = nonce();
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'nonce-" + nonce
                        + "'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
        return new ModelAndView(template, status).addObject("nonce", nonce);
    }

    static ResponseEntity<byte[]> attachment(Download download) {
        var name = ContentDisposition.attachment().filename(download.fileName()).build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(download.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(download.content());
    }

    private static String nonce() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
