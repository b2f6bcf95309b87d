package jp.fudamori.process.notice;

import static jp.fudamori.process.notice.NoticeDeliveryModel.POSTED_ON;
import static jp.fudamori.process.notice.NoticeDeliveryModel.TRACKING_NUMBER;
import static jp.fudamori.process.notice.NoticeDeliveryModel.applicationNumber;

import java.time.LocalDate;
import jp.fudamori.notice.LetterDesk;
import jp.fudamori.notice.TrackingNumber;
import jp.fudamori.process.CurrentUser;
import jp.fudamori.process.UserStep;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

@Component
class PostLetter extends UserStep {

    private final LetterDesk letters;
    private final LetterFields fields;
    private final CurrentUser user;

    PostLetter(LetterDesk letters, LetterFields fields, CurrentUser user) {
        this.letters = letters;
        this.fields = fields;
        this.user = user;
    }

    @Override
    protected void offer(DelegateTask task) {
        fields.show(task);
    }

    @Override
    protected void complete(DelegateTask task) {
        letters.post(
                applicationNumber(task),
                TrackingNumber.parse(TRACKING_NUMBER.take(task).orElse("")),
                LocalDate.parse(POSTED_ON.take(task).orElseThrow()),
                user.id());
    }
}
