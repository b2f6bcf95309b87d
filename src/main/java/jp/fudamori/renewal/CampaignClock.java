package jp.fudamori.renewal;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets the campaign work in office hours, every five minutes what is left of its day; usually nothing. */
@Component
class CampaignClock {

    private final RenewalCampaign campaign;

    CampaignClock(RenewalCampaign campaign) {
        this.campaign = campaign;
    }

    @Scheduled(cron = "${fudamori.renewal.campaign-cron:0 */5 9-17 * * *}", zone = "Asia/Tokyo")
    void work() {
        boolean more = true;
        while (more) {
            more = campaign.step();
        }
    }
}
