package jp.fudamori.process.notice;

import static jp.fudamori.process.notice.NoticeDeliveryModel.applicationNumber;

import java.time.Clock;
import java.time.LocalDate;
import jp.fudamori.notice.LetterDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Only who holds the letter can download: so it was delivered, whatever the post has told us yet. */
@Component
class NoteDelivery extends Step {

    private final LetterDesk letters;
    private final Clock clock;

    NoteDelivery(LetterDesk letters, Clock clock) {
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    protected void run(DelegateExecution execution) {
        letters.deliver(applicationNumber(execution), LocalDate.now(clock), "download");
    }
}
