package jp.fudamori.process.succession;

import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.process.Variable;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * Names shared with {@code bpmn/institution-succession.bpmn}; {@code ModelContractTest} keeps both sides equal. The
 * business key is the code that ends.
 */
public final class InstitutionSuccessionModel {

    public static final String KEY = "institution-succession";

    public static final String INSTITUTION_ENDED = "institution-ended";
    public static final String SUCCESSOR_REGISTERED = "successor-registered";

    // ids and dates; the code that ends is also shown in the form
    public static final Variable<String> INSTITUTION_CODE = Variable.text("institutionCode");
    static final Variable<String> CLOSES_AT = Variable.text("closesAt");
    static final Variable<String> ENDED_AT = Variable.text("endedAt");
    static final Variable<String> TRANSITION_ENDS_AT = Variable.text("transitionEndsAt");

    // decisions
    static final Variable<Boolean> DOUBTFUL = Variable.flag("doubtful");
    static final Variable<Boolean> ACCEPTED = Variable.flag("accepted");
    static final Variable<Boolean> SUCCEEDED = Variable.flag("succeeded");
    static final Variable<Boolean> REGISTERED = Variable.flag("successorRegistered");

    // shown in forms
    static final Variable<String> DOUBTS = Variable.text("doubts");
    static final Variable<String> CLOSED_ON = Variable.text("closedOn");
    static final Variable<String> INSTITUTION_NAME = Variable.text("institutionName");
    static final Variable<String> ADDRESS = Variable.text("address");
    static final Variable<String> SUCCESSOR_CODE = Variable.text("successorCode");
    static final Variable<String> SUCCESSOR_NAME = Variable.text("successorName");
    static final Variable<String> SUCCESSOR_ADDRESS = Variable.text("successorAddress");

    // entered in forms
    static final Variable<String> DECISION = Variable.text("decision");
    static final Variable<String> NOTE = Variable.text("note");

    private InstitutionSuccessionModel() {}

    static InstitutionCode code(VariableScope scope) {
        return new InstitutionCode(INSTITUTION_CODE.in(scope));
    }
}
