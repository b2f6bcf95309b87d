package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.applicationNumber;

import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.application.LineNumber;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Which line of an application one of the parallel branches of the model works on. */
@Component
class ApprovedLine {

    /** The engine's own name for the number of a branch, from 0. */
    private static final String BRANCH = "loopCounter";

    private final ApplicationDesk desk;

    ApprovedLine(ApplicationDesk desk) {
        this.desk = desk;
    }

    LineNumber of(DelegateExecution execution) {
        return desk.approvedLines(applicationNumber(execution)).get((Integer) execution.getVariable(BRANCH));
    }
}
