package jp.fudamori.certificate;

import java.time.LocalDate;
import java.util.List;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.LineNumber;

/**
 * Certificates of one application that nobody has fetched yet and that can be fetched until the same day.
 *
 * @param until last day, inclusive, Asia/Tokyo
 * @param lines in order, at least one
 */
public record DownloadDeadline(ApplicationNumber application, LocalDate until, List<LineNumber> lines) {

    public DownloadDeadline {
        lines = List.copyOf(lines);
    }
}
