package jp.fudamori.walk;

import static java.util.Objects.requireNonNull;

import jp.fudamori.application.DraftId;
import jp.fudamori.application.DraftPrepared;
import jp.fudamori.certificate.RevocationOrdered;
import jp.fudamori.certificate.RevocationRequestDesk;
import jp.fudamori.notice.WithdrawalDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;

/** Does what the processes would do when the domain announces something. */
class PreparedDrafts {

    private final RevocationRequestDesk requests;
    private final WithdrawalDesk letters;

    @Nullable
    private DraftId last;

    PreparedDrafts(RevocationRequestDesk requests, WithdrawalDesk letters) {
        this.requests = requests;
        this.letters = letters;
    }

    @EventListener
    void on(DraftPrepared event) {
        last = event.draft();
    }

    @EventListener
    void on(RevocationOrdered event) {
        var done = requests.carryOut(event.request(), "walk");
        letters.withdraw(done.wish().lines());
    }

    DraftId last() {
        return requireNonNull(last);
    }
}
