package jp.fudamori.web;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file to keep, which no cache may keep as well. */
final class FileAnswer {

    static final String CSV = "text/csv";

    private FileAnswer() {}

    /** @param name of the file, ASCII */
    static ResponseEntity<byte[]> of(String type, String name, byte[] file) {
        var disposition = ContentDisposition.attachment().filename(name).build();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(type.equals(CSV) ? CSV + ";charset=UTF-8" : type))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(file);
    }
}
