package jp.fudamori.process.application;

import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.DraftId;
import jp.fudamori.process.Variable;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Names shared with {@code bpmn/certificate-application.bpmn}; {@code ModelContractTest} keeps both sides equal. */
public final class CertificateApplicationModel {

    public static final String KEY = "certificate-application";

    // ids and dates
    public static final Variable<String> APPLICANT = Variable.text("applicant");
    public static final Variable<String> DRAFT_ID = Variable.text("draftId");
    public static final Variable<String> APPLICATION_NUMBER = Variable.text("applicationNumber");
    public static final Variable<String> REVIEW_DUE = Variable.text("reviewDue");
    static final Variable<String> EXTENDED_DUE = Variable.text("extendedDue");
    static final Variable<String> EXTENSION_PERIOD = Variable.text("extensionPeriod");
    static final Variable<String> REVIEW_PERIOD = Variable.text("reviewPeriod");
    static final Variable<String> ARRIVAL_PERIOD = Variable.text("arrivalPeriod");

    // decisions
    public static final Variable<Boolean> QUALIFIED = Variable.flag("qualified");
    public static final Variable<Boolean> CONSENT = Variable.flag("consent");
    public static final Variable<String> ACTION = Variable.text("action");
    public static final Variable<String> DECISION = Variable.text("decision");

    // shown in forms
    static final Variable<String> QUALIFICATION = Variable.text("qualification");
    static final Variable<String> CONSENT_TEXT = Variable.text("consentText");
    static final Variable<String> FEE = Variable.text("fee");
    static final Variable<String> CLASSIFICATION = Variable.text("classification");
    static final Variable<String> PREFECTURE = Variable.text("prefecture");
    static final Variable<String> POINT_TABLE = Variable.text("pointTable");
    static final Variable<String> INSTITUTION_CODE = Variable.text("institutionCode");
    static final Variable<String> INSTITUTION_NAME = Variable.text("institutionName");
    static final Variable<String> ADDRESS = Variable.text("address");
    static final Variable<String> PHONE = Variable.text("phone");
    static final Variable<String> MAIL = Variable.text("mail");
    static final Variable<String> SUBMITTED = Variable.text("submitted");
    static final Variable<String> DUE = Variable.text("due");
    static final Variable<String> CHECK_DIGIT = Variable.text("checkDigit");

    // entered in forms
    static final Variable<String> CONTACT_NAME = Variable.text("contactName");
    static final Variable<String> TERMINAL_NAME = Variable.text("terminalName");
    static final Variable<String> REASON = Variable.text("reason");

    private CertificateApplicationModel() {}

    static DraftId draftId(VariableScope scope) {
        return DraftId.of(DRAFT_ID.in(scope));
    }

    static ApplicationNumber applicationNumber(VariableScope scope) {
        return new ApplicationNumber(APPLICATION_NUMBER.in(scope));
    }
}
