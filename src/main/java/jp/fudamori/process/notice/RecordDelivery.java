package jp.fudamori.process.notice;

import static jp.fudamori.process.notice.NoticeDeliveryModel.DELIVERED_ON;
import static jp.fudamori.process.notice.NoticeDeliveryModel.applicationNumber;

import java.time.LocalDate;
import jp.fudamori.notice.LetterDesk;
import jp.fudamori.process.CurrentUser;
import jp.fudamori.process.UserStep;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

@Component
class RecordDelivery extends UserStep {

    private final LetterDesk letters;
    private final LetterFields fields;
    private final CurrentUser user;

    RecordDelivery(LetterDesk letters, LetterFields fields, CurrentUser user) {
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
        letters.deliver(
                applicationNumber(task),
                LocalDate.parse(DELIVERED_ON.take(task).orElseThrow()),
                user.id().value());
    }
}
