package jp.fudamori.process.revocation;

import jp.fudamori.certificate.RequestId;
import jp.fudamori.process.ClinicStep;
import jp.fudamori.process.Variable;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Names shared with {@code bpmn/certificate-revocation.bpmn}; {@code ModelContractTest} keeps both sides equal. */
public final class CertificateRevocationModel {

    public static final String KEY = "certificate-revocation";
    public static final String REVOCATION_ORDERED = "revocation-ordered";

    public static final Variable<String> APPLICANT = ClinicStep.APPLICANT;
    public static final Variable<String> ACTOR = ClinicStep.ACTOR;
    public static final Variable<String> REQUEST_ID = Variable.text("requestId");
    static final Variable<String> TAKEN_BY = Variable.text("takenBy");

    // read by gateways
    static final Variable<Boolean> BY_OFFICE = Variable.flag("byOffice");
    static final Variable<String> ACTION = Variable.text("action");
    static final Variable<String> DECISION = Variable.text("decision");

    // shown in forms
    static final Variable<String> CERTIFICATES = Variable.text("certificates");
    static final Variable<String> INSTITUTION_NAME = Variable.text("institutionName");
    static final Variable<String> REASON = Variable.text("reason");
    static final Variable<String> REQUESTED = Variable.text("requested");

    // entered in forms
    static final Variable<String> LINE_NUMBERS = Variable.text("lineNumbers");
    static final Variable<String> CAUSE = Variable.text("cause");
    static final Variable<String> NOTE = Variable.text("note");

    private CertificateRevocationModel() {}

    static RequestId requestId(VariableScope scope) {
        return RequestId.of(REQUEST_ID.in(scope));
    }
}
