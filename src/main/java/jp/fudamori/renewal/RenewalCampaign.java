package jp.fudamori.renewal;

import jp.fudamori.account.AccountId;
import jp.fudamori.certificate.ExpiringCertificates;
import jp.fudamori.certificate.ExpiringCertificates.Expiring;
import jp.fudamori.common.DomainService;

/**
 * Opens, day by day, the renewal of every certificate that ends within 90 days, and ends it for codes that have ended.
 * It goes in small transactions from one end to the next and keeps its place with each, so that it can be stopped at
 * any moment, by an operator or by a crash, and repeats nothing; of several nodes one works at a time.
 */
@DomainService
public class RenewalCampaign {

    /** Offers that one transaction ends; each is no more than a message. */
    private static final int MOST_STOPPED = 1_000;

    private final Campaigns campaigns;
    private final ExpiringCertificates certificates;
    private final RenewalDesk desk;
    private final RenewalRecords records;
    private final RenewalSettings settings;

    RenewalCampaign(
            Campaigns campaigns,
            ExpiringCertificates certificates,
            RenewalDesk desk,
            RenewalRecords records,
            RenewalSettings settings) {
        this.campaigns = campaigns;
        this.certificates = certificates;
        this.desk = desk;
        this.records = records;
        this.settings = settings;
    }

    /** Returns how far it is. */
    public Campaign progress() {
        return campaigns.read();
    }

    /** Stops it after the batch that is under way; told a second time, it does nothing. */
    public Campaign stop(AccountId by) {
        if (!campaigns.lock().stopped()) {
            campaigns.stop(by, records.now());
            records.campaign(by, "campaign-stopped");
        }
        return campaigns.read();
    }

    /** Lets it go on where it stood; told a second time, it does nothing. */
    public Campaign resume(AccountId by) {
        if (campaigns.lock().stopped()) {
            campaigns.resume();
            records.campaign(by, "campaign-resumed");
        }
        return campaigns.read();
    }

    /**
     * Does one batch.
     *
     * @return whether there is more to do today, for this node
     */
    public boolean step() {
        return campaigns
                .tryLock()
                .filter(campaign -> !campaign.stopped())
                .map(this::step)
                .orElse(false);
    }

    private boolean step(Campaign kept) {
        var today = records.today();
        var campaign = kept.of(today);
        if (campaign.finished()) {
            return false;
        }
        // first, because from then on no code ends; whoever ends one locks in that order too
        var page =
                certificates.page(today, today.plusDays(RenewalDesk.WINDOW_DAYS), campaign.after(), settings.batch());
        if (campaign.after().isEmpty() && desk.stopEnded(MOST_STOPPED) == MOST_STOPPED) {
            return true;
        }
        var opened = desk.open(page.stream().map(Expiring::line).toList());
        var advanced = campaign.advanced(page, opened, settings.batch());
        campaigns.save(advanced);
        return !advanced.finished();
    }
}
