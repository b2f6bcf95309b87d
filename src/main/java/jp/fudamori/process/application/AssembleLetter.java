package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.LETTER_ASSEMBLED;
import static jp.fudamori.process.application.CertificateApplicationModel.LETTER_NUMBER;
import static jp.fudamori.process.application.CertificateApplicationModel.applicationNumber;

import jp.fudamori.notice.LetterDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Puts what is issued and in no envelope yet into one. */
@Component
class AssembleLetter extends Step {

    private final LetterDesk letters;

    AssembleLetter(LetterDesk letters) {
        this.letters = letters;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var letter = letters.assemble(applicationNumber(execution));
        letter.ifPresent(number -> LETTER_NUMBER.set(execution, number.value()));
        LETTER_ASSEMBLED.set(execution, letter.isPresent());
    }
}
