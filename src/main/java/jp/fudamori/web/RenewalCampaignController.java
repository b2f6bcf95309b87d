package jp.fudamori.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import jp.fudamori.account.AccountId;
import jp.fudamori.renewal.Campaign;
import jp.fudamori.renewal.RenewalCampaign;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows how far the renewal campaign is, stops it and lets it go on; for the group {@code operator}. */
@RestController
@RequestMapping(path = "/api/renewal-campaign", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "更新案内")
class RenewalCampaignController {

    private final RenewalCampaign campaign;

    RenewalCampaignController(RenewalCampaign campaign) {
        this.campaign = campaign;
    }

    /**
     * How far the campaign is.
     *
     * @param day of the run that the numbers are about
     * @param seen certificates looked at
     * @param opened periods opened
     * @param reached last day of validity of the certificate looked at last
     */
    record Progress(
            boolean stopped,
            @Nullable String stoppedBy,
            @Nullable Instant stoppedAt,
            @Nullable LocalDate day,
            int seen,
            int opened,
            @Nullable Instant reached,
            boolean finished) {

        static Progress of(Campaign campaign) {
            return new Progress(
                    campaign.stopped(),
                    campaign.stoppedBy().map(AccountId::value).orElse(null),
                    campaign.stoppedAt().orElse(null),
                    campaign.day().orElse(null),
                    campaign.seen(),
                    campaign.opened(),
                    campaign.after().map(last -> last.notAfter()).orElse(null),
                    campaign.finished());
        }
    }

    @Operation(summary = "更新案内の一斉処理の進み具合を返す")
    @GetMapping
    Progress progress() {
        return Progress.of(campaign.progress());
    }

    @Operation(summary = "更新案内の一斉処理を止める")
    @PostMapping("/stop")
    Progress stop(Principal operator) {
        return Progress.of(campaign.stop(new AccountId(operator.getName())));
    }

    @Operation(summary = "更新案内の一斉処理を、止めたところから続ける")
    @PostMapping("/resume")
    Progress resume(Principal operator) {
        return Progress.of(campaign.resume(new AccountId(operator.getName())));
    }
}
