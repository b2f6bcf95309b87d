package jp.fudamori.process.reissue;

import jp.fudamori.process.ClinicStep;
import jp.fudamori.process.Variable;
import jp.fudamori.reissue.ReportId;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Names shared with {@code bpmn/certificate-reissue.bpmn}; {@code ModelContractTest} keeps both sides equal. */
public final class CertificateReissueModel {

    public static final String KEY = "certificate-reissue";

    public static final Variable<String> APPLICANT = ClinicStep.APPLICANT;
    public static final Variable<String> ACTOR = ClinicStep.ACTOR;
    public static final Variable<String> REPORT_ID = Variable.text("reportId");

    // read by gateways
    static final Variable<String> ACTION = Variable.text("action");

    // shown in forms
    static final Variable<String> CERTIFICATES = Variable.text("certificates");
    static final Variable<String> EFFECT = Variable.text("effect");
    static final Variable<String> KIND_NAME = Variable.text("kindName");
    static final Variable<String> LOST_ON_DAY = Variable.text("lostOnDay");

    // entered in forms
    static final Variable<String> LINE_NUMBER = Variable.text("lineNumber");
    static final Variable<String> KIND = Variable.text("kind");
    static final Variable<String> LOST_ON = Variable.text("lostOn");
    static final Variable<String> PLACE = Variable.text("place");
    static final Variable<String> CIRCUMSTANCES = Variable.text("circumstances");

    private CertificateReissueModel() {}

    static ReportId reportId(VariableScope scope) {
        return ReportId.of(REPORT_ID.in(scope));
    }
}
