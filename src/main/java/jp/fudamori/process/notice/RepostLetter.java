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

/** The letter came back sealed and goes out as it is, under a new number, to the address of today. */
@Component
class RepostLetter extends UserStep {

    private final PostingDesk postings;
    private final LetterFields fields;
    private final CurrentUser user;

    RepostLetter(PostingDesk postings, LetterFields fields, CurrentUser user) {
        this.postings = postings;
        this.fields = fields;
        this.user = user;
    }

    @Override
    protected void offer(DelegateTask task) {
        fields.show(task);
        LetterFields.show(task, postings.nextAddressee(letterNumber(task)));
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
