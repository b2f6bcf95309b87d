package jp.fudamori.process.qualification;

import java.time.Period;
import jp.fudamori.process.ClinicStep;
import jp.fudamori.process.Variable;
import jp.fudamori.qualification.QualificationId;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Names shared with {@code bpmn/qualification-application.bpmn}; {@code ModelContractTest} keeps both sides equal. */
public final class QualificationApplicationModel {

    public static final String KEY = "qualification-application";

    public static final String QUALIFICATION_WITHDRAWN = "qualification-withdrawn";

    // ids and dates
    public static final Variable<String> APPLICANT = ClinicStep.APPLICANT;
    public static final Variable<String> ACTOR = ClinicStep.ACTOR;
    public static final Variable<String> QUALIFICATION_ID = Variable.text("qualificationId");
    /** Number of the 利用申請; called like that of other applications, because task lists show both in one column. */
    public static final Variable<String> APPLICATION_NUMBER = Variable.text("applicationNumber");

    static final Variable<String> DRAFT_UNTIL = Variable.text("draftUntil");
    static final Variable<String> REVIEW_DUE = Variable.text("reviewDue");
    static final Variable<String> ANSWER_PERIOD = Variable.text("answerPeriod");
    static final Variable<String> EXTENDED_DUE = Variable.text("extendedDue");
    static final Variable<String> EXTENSION_PERIOD = Variable.text("extensionPeriod");
    static final Variable<String> REVIEW_PERIOD = Variable.text("reviewPeriod");

    // decisions
    public static final Variable<String> ACTION = Variable.text("action");
    public static final Variable<String> DECISION = Variable.text("decision");

    // shown in forms
    static final Variable<String> NOTICE = Variable.text("notice");
    static final Variable<String> QUALIFICATION = Variable.text("qualification");
    static final Variable<String> PAYMENT = Variable.text("payment");
    static final Variable<String> INSTITUTION_NAME = Variable.text("institutionName");
    public static final Variable<String> INSTITUTION_CODE = Variable.text("institutionCode");
    static final Variable<String> CLASSIFICATION = Variable.text("classification");
    static final Variable<String> ADDRESS = Variable.text("address");
    static final Variable<String> PHONE = Variable.text("phone");
    static final Variable<String> MAIL = Variable.text("mail");
    static final Variable<String> SUBMITTED = Variable.text("submitted");
    static final Variable<String> DUE = Variable.text("due");
    static final Variable<String> CHECK_DIGIT = Variable.text("checkDigit");

    // entered in forms
    static final Variable<String> PAYMENT_METHOD = Variable.text("paymentMethod");
    static final Variable<String> CONTACT_NAME = Variable.text("contactName");
    static final Variable<String> REASON = Variable.text("reason");

    private QualificationApplicationModel() {}

    static QualificationId qualificationId(VariableScope scope) {
        return QualificationId.of(QUALIFICATION_ID.in(scope));
    }

    /** The time that the model gives the clinic at this point, in calendar days. */
    static Period answerPeriod(VariableScope scope) {
        return Period.parse(ANSWER_PERIOD.in(scope));
    }
}
