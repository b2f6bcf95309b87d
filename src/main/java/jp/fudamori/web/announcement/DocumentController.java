package jp.fudamori.web.announcement;

import java.time.Duration;
import jp.fudamori.document.Documents;
import jp.fudamori.web.portal.NoSuchPage;
import jp.fudamori.web.portal.Page;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The documents that applicants must be able to read before they apply; they open in place. */
@Page
class DocumentController {

    private final Documents documents;

    DocumentController(Documents documents) {
        this.documents = documents;
    }

    /** The version is part of the name, so that a browser may keep what it has read. */
    @GetMapping("/documents/{name}.pdf")
    ResponseEntity<byte[]> show(@PathVariable String name) {
        var pdf = documents.find(name).orElseThrow(NoSuchPage::new);
        var disposition = ContentDisposition.inline().filename(name + ".pdf").build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(pdf);
    }
}
