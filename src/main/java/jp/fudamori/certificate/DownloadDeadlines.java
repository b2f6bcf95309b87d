package jp.fudamori.certificate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.fudamori.common.DomainService;

/** Tells which certificates still wait for their clinic. */
@DomainService
public class DownloadDeadlines {

    private final Downloads downloads;

    DownloadDeadlines(Downloads downloads) {
        this.downloads = downloads;
    }

    /**
     * Returns certificates that can be fetched and never were, a page at a time, the nearest deadline first.
     *
     * @param from first day of the deadline, inclusive
     * @param to last day of the deadline, inclusive
     * @param after last one of the page before; empty for the first page
     */
    public List<DownloadDeadline> unfetched(
            LocalDate from, LocalDate to, Optional<DownloadDeadline> after, int pageSize) {
        var key = after.map(last ->
                        new Downloads.Place(last.until(), last.application().value()))
                .orElse(new Downloads.Place(from, ""));
        return downloads.unfetched(key, to, pageSize);
    }
}
