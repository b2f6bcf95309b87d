package jp.fudamori.process.notice;

import static jp.fudamori.process.notice.NoticeDeliveryModel.letterNumber;

import jp.fudamori.notice.LetterDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class PrintLetter extends Step {

    private final LetterDesk letters;

    PrintLetter(LetterDesk letters) {
        this.letters = letters;
    }

    @Override
    protected void run(DelegateExecution execution) {
        letters.print(letterNumber(execution));
    }
}
