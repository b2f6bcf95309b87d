package jp.fudamori.process.revocationlist;

import static jp.fudamori.process.revocationlist.RevocationListModel.GENERATION;

import jp.fudamori.ca.OcspSigners;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class RenewOcspSigner extends Step {

    private final OcspSigners signers;

    RenewOcspSigner(OcspSigners signers) {
        this.signers = signers;
    }

    @Override
    protected void run(DelegateExecution execution) {
        signers.renew(GENERATION.in(execution));
    }
}
