package jp.fudamori.certificate;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends downloads soon after midnight in Japan; on several nodes the second finds nothing to do. */
@Component
class DownloadExpiry {

    private final DownloadDesk desk;

    DownloadExpiry(DownloadDesk desk) {
        this.desk = desk;
    }

    @Scheduled(cron = "0 10 0 * * *", zone = "Asia/Tokyo")
    void destroyExpired() {
        desk.destroyExpired();
    }
}
