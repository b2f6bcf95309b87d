package jp.fudamori.process.notice;

import static jp.fudamori.process.notice.NoticeDeliveryModel.POSTED_ON;
import static jp.fudamori.process.notice.NoticeDeliveryModel.TRACKING_NUMBER;
import static jp.fudamori.process.notice.NoticeDeliveryModel.letterNumber;

import java.time.LocalDate;
import jp.fudamori.notice.PostingDesk;
import jp.fudamori.notice.TrackingNumber;
import jp.fudamori.process.CurrentUser;
import jp.fudamori.process.UserStep;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

@Component
class PostLetter extends UserStep {

    private final PostingDesk postings;
    private final LetterFields fields;
    private final CurrentUser user;

    PostLetter(PostingDesk postings, LetterFields fields, CurrentUser user) {
        this.postings = postings;
        this.fields = fields;
        this.user = user;
    }

    @Override
    protected void offer(DelegateTask task) {
        fields.show(task);
    }

    @Override
    protected void complete(DelegateTask task) {
        postings.post(
                letterNumber(task),
                TrackingNumber.parse(TRACKING_NUMBER.take(task).orElse("")),
                LocalDate.parse(POSTED_ON.take(task).orElseThrow()),
                user.id());
    }
}
