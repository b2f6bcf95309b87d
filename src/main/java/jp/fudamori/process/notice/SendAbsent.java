package jp.fudamori.process.notice;

import static jp.fudamori.process.notice.NoticeDeliveryModel.letterNumber;

import jp.fudamori.notice.MailDesk;
import jp.fudamori.notice.PostedLetter.Absent;
import jp.fudamori.notice.TrackingDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class SendAbsent extends Step {

    private final MailDesk mails;
    private final TrackingDesk tracking;

    SendAbsent(MailDesk mails, TrackingDesk tracking) {
        this.mails = mails;
        this.tracking = tracking;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var absent = (Absent) tracking.whereabouts(letterNumber(execution));
        mails.letterAbsent(
                absent.application(),
                absent.number().value(),
                absent.trip().posting().trackingNumber().value(),
                absent.keptUntil());
    }
}
