package jp.fudamori.web;

import org.springframework.http.ResponseEntity;

/** A PDF that a page shows in place. */
public final class PdfAnswer {

    private PdfAnswer() {}

    /**
     * A PDF that opens in the browser, and that no browser or proxy may keep.
     *
     * @param name of the file, ASCII
     */
    public static ResponseEntity<byte[]> shown(byte[] pdf, String name) {
        return Papers.shown(pdf, name);
    }
}
