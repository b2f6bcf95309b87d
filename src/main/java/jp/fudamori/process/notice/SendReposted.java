package jp.fudamori.process.notice;

import static jp.fudamori.process.notice.NoticeDeliveryModel.letterNumber;

import jp.fudamori.notice.MailDesk;
import jp.fudamori.notice.TrackingDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class SendReposted extends Step {

    private final MailDesk mails;
    private final TrackingDesk tracking;

    SendReposted(MailDesk mails, TrackingDesk tracking) {
        this.mails = mails;
        this.tracking = tracking;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var letter = tracking.whereabouts(letterNumber(execution));
        var posting = letter.trip().posting();
        mails.letterReposted(
                letter.application(),
                letter.number().value(),
                posting.trackingNumber().value(),
                posting.postedOn());
    }
}
