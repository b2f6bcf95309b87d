package jp.fudamori.process.renewal;

import static jp.fudamori.process.renewal.CertificateRenewalModel.ACTOR;
import static jp.fudamori.process.renewal.CertificateRenewalModel.APPLICANT;
import static jp.fudamori.process.renewal.CertificateRenewalModel.EXPIRES_AT;
import static jp.fudamori.process.renewal.CertificateRenewalModel.renewed;

import jp.fudamori.process.Deadlines;
import jp.fudamori.process.Step;
import jp.fudamori.renewal.RenewalBoard;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class OpenRenewal extends Step {

    private final RenewalBoard board;

    OpenRenewal(RenewalBoard board) {
        this.board = board;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var line = renewed(execution);
        var found = board.of(line).orElseThrow();
        var clinic = board.clinicOf(line).value();
        APPLICANT.set(execution, clinic);
        ACTOR.set(execution, clinic);
        EXPIRES_AT.set(execution, Deadlines.endOf(found.notAfter()));
    }
}
