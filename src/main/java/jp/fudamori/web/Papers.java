package jp.fudamori.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Files that no browser or proxy may keep. */
final class Papers {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private Papers() {}

    /** A PDF that opens in the browser. */
    static ResponseEntity<byte[]> shown(byte[] pdf, String name) {
        return file(pdf, MediaType.APPLICATION_PDF, ContentDisposition.inline(), name);
    }

    /** A CSV file that is stored. */
    static ResponseEntity<byte[]> saved(byte[] csv, String name) {
        return file(csv, CSV, ContentDisposition.attachment(), name);
    }

    private static ResponseEntity<byte[]> file(
            byte[] content, MediaType type, ContentDisposition.Builder disposition, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition.filename(name).build().toString())
                .body(content);
    }
}
