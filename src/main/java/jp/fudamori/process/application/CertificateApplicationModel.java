package jp.fudamori.process.application;

import java.time.Period;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.DraftId;
import jp.fudamori.calendar.BusinessPeriod;
import jp.fudamori.process.ClinicStep;
import jp.fudamori.process.Variable;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Names shared with {@code bpmn/certificate-application.bpmn}; {@code ModelContractTest} keeps both sides equal. */
public final class CertificateApplicationModel {

    public static final String KEY = "certificate-application";

    public static final String APPLICATION_PREPARED = "application-prepared";
    public static final String APPLICATION_CANCELLED = "application-cancelled";

    // ids and dates
    public static final Variable<String> APPLICANT = ClinicStep.APPLICANT;
    public static final Variable<String> ACTOR = ClinicStep.ACTOR;

    public static final Variable<String> INSTITUTION_CODE = Variable.text("institutionCode");
    public static final Variable<String> DRAFT_ID = Variable.text("draftId");
    public static final Variable<String> APPLICATION_NUMBER = Variable.text("applicationNumber");
    public static final Variable<String> LETTER_NUMBER = Variable.text("letterNumber");
    public static final Variable<Long> APPROVED_LINES = Variable.number("approvedLines");
    public static final Variable<Long> REVIEW_PRIORITY = Variable.number("reviewPriority");
    public static final Variable<String> REVIEW_DUE = Variable.text("reviewDue");
    public static final Variable<String> REVIEW_REMINDER = Variable.text("reviewReminder");
    static final Variable<String> DRAFT_UNTIL = Variable.text("draftUntil");
    static final Variable<String> WAIT_UNTIL = Variable.text("waitUntil");
    static final Variable<String> CORRECTION_DUE = Variable.text("correctionDue");
    static final Variable<String> EXTENDED_DUE = Variable.text("extendedDue");

    // periods that analysts set in the model
    static final Variable<String> DRAFT_PERIOD = Variable.text("draftPeriod");
    static final Variable<String> WAIT_PERIOD = Variable.text("waitPeriod");
    static final Variable<String> REVIEW_PERIOD = Variable.text("reviewPeriod");
    static final Variable<String> ARRIVAL_PERIOD = Variable.text("arrivalPeriod");
    static final Variable<String> REMINDER_LEAD = Variable.text("reminderLead");
    static final Variable<String> EXTENSION_PERIOD = Variable.text("extensionPeriod");
    static final Variable<String> CORRECTION_PERIOD = Variable.text("correctionPeriod");

    // decisions
    public static final Variable<Boolean> QUALIFIED = Variable.flag("qualified");
    public static final Variable<Boolean> CLAIMED = Variable.flag("claimed");
    public static final Variable<Boolean> VERIFIED = Variable.flag("verified");
    public static final Variable<Boolean> CONSENT = Variable.flag("consent");
    public static final Variable<Boolean> PARTIAL = Variable.flag("partial");
    public static final Variable<Boolean> LETTER_ASSEMBLED = Variable.flag("letterAssembled");
    public static final Variable<Boolean> CLASSIFICATION_AGREES = Variable.flag("classificationAgrees");
    public static final Variable<String> ACTION = Variable.text("action");
    public static final Variable<String> DECISION = Variable.text("decision");

    // shown in forms
    static final Variable<String> QUALIFICATION = Variable.text("qualification");
    static final Variable<String> CONSENT_TEXT = Variable.text("consentText");
    static final Variable<String> FEE = Variable.text("fee");
    static final Variable<String> REPETITION = Variable.text("repetition");
    static final Variable<String> CLASSIFICATION = Variable.text("classification");
    static final Variable<String> PREFECTURE = Variable.text("prefecture");
    static final Variable<String> POINT_TABLE = Variable.text("pointTable");
    static final Variable<String> INSTITUTION_NAME = Variable.text("institutionName");
    static final Variable<String> ADDRESS = Variable.text("address");
    static final Variable<String> PHONE = Variable.text("phone");
    static final Variable<String> MAIL = Variable.text("mail");
    static final Variable<String> SUBMITTED = Variable.text("submitted");
    static final Variable<String> DUE = Variable.text("due");
    static final Variable<String> ARRIVAL = Variable.text("arrival");
    static final Variable<String> ROUTE = Variable.text("route");
    static final Variable<String> FINDINGS = Variable.text("findings");
    static final Variable<String> TERMINALS = Variable.text("terminals");
    static final Variable<String> REMARKS = Variable.text("remarks");
    static final Variable<String> FIRST_APPROVAL = Variable.text("firstApproval");

    // entered in forms
    static final Variable<String> CONTACT_NAME = Variable.text("contactName");
    static final Variable<String> TERMINAL_NAMES = Variable.text("terminalNames");
    static final Variable<String> REFUSED_LINES = Variable.text("refusedLines");
    static final Variable<String> REASON = Variable.text("reason");
    static final Variable<String> CONTACT_REMARK = Variable.text("contactRemark");
    static final Variable<String> TERMINAL_REMARK = Variable.text("terminalRemark");
    static final Variable<String> OTHER_REMARK = Variable.text("otherRemark");
    static final Variable<String> ACCEPTED_ON = Variable.text("acceptedOn");
    static final Variable<String> PAYMENT_METHOD = Variable.text("paymentMethod");

    private CertificateApplicationModel() {}

    static DraftId draftId(VariableScope scope) {
        return DraftId.of(DRAFT_ID.in(scope));
    }

    static ApplicationNumber applicationNumber(VariableScope scope) {
        return new ApplicationNumber(APPLICATION_NUMBER.in(scope));
    }

    /** A period in business days, {@code P5BD}. */
    static BusinessPeriod businessPeriod(Variable<String> period, VariableScope scope) {
        return BusinessPeriod.parse(period.in(scope)).orElseThrow();
    }

    /** A period in days of the calendar, {@code P30D}. */
    static Period period(Variable<String> period, VariableScope scope) {
        return Period.parse(period.in(scope));
    }
}
