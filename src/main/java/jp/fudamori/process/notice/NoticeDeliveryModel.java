package jp.fudamori.process.notice;

import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.notice.LetterNumber;
import jp.fudamori.process.Variable;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Names shared with {@code bpmn/notice-delivery.bpmn}; {@code ModelContractTest} keeps both sides equal. */
public final class NoticeDeliveryModel {

    public static final String KEY = "notice-delivery";

    public static final String CERTIFICATE_DOWNLOADED = "certificate-downloaded";
    public static final String LETTER_POSTED = "letter-posted";
    public static final String LETTER_ARRIVED = "letter-arrived";
    public static final String LETTER_TRACKED = "letter-tracked";
    public static final String LETTER_WITHDRAWN = "letter-withdrawn";
    public static final String LETTER_SENT_BACK = "letter-sent-back";

    public static final Variable<String> APPLICATION_NUMBER = Variable.text("applicationNumber");
    public static final Variable<String> LETTER_NUMBER = Variable.text("letterNumber");

    // read by gateways
    static final Variable<String> WHEREABOUTS = Variable.text("whereabouts");
    static final Variable<Boolean> RETURNED_AGAIN = Variable.flag("returnedAgain");

    public static final Variable<Boolean> UNDER_WAY = Variable.flag("underWay");

    // shown in forms
    static final Variable<String> INSTITUTION_NAME = Variable.text("institutionName");
    static final Variable<String> ADDRESS = Variable.text("address");
    static final Variable<String> CONTACT_NAME = Variable.text("contactName");
    static final Variable<String> LINES = Variable.text("lines");
    static final Variable<String> UNPRINTABLE = Variable.text("unprintable");
    static final Variable<String> POSTED = Variable.text("posted");
    static final Variable<String> STATE = Variable.text("state");
    static final Variable<String> SENT_TO = Variable.text("sentTo");
    static final Variable<String> PHONE = Variable.text("phone");
    static final Variable<String> REMAINING = Variable.text("remaining");
    static final Variable<String> ADVICE = Variable.text("advice");

    // entered in forms
    static final Variable<String> TRACKING_NUMBER = Variable.text("trackingNumber");
    static final Variable<String> POSTED_ON = Variable.text("postedOn");
    static final Variable<String> KIND = Variable.text("kind");
    static final Variable<String> DAY = Variable.text("day");
    static final Variable<String> RETURN_REASON = Variable.text("returnReason");
    static final Variable<String> STOPPING = Variable.text("stopping");
    static final Variable<String> NOTE = Variable.text("note");
    static final Variable<Boolean> SEAL_INTACT = Variable.flag("sealIntact");

    /** Also read by a gateway. */
    static final Variable<String> RESOLUTION = Variable.text("resolution");

    private NoticeDeliveryModel() {}

    static ApplicationNumber applicationNumber(VariableScope scope) {
        return new ApplicationNumber(APPLICATION_NUMBER.in(scope));
    }

    static LetterNumber letterNumber(VariableScope scope) {
        return new LetterNumber(LETTER_NUMBER.in(scope));
    }
}
