package jp.fudamori.process.notice;

import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.process.Variable;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Names shared with {@code bpmn/notice-delivery.bpmn}; {@code ModelContractTest} keeps both sides equal. */
public final class NoticeDeliveryModel {

    public static final String KEY = "notice-delivery";

    public static final String CERTIFICATE_DOWNLOADED = "certificate-downloaded";

    public static final Variable<String> APPLICATION_NUMBER = Variable.text("applicationNumber");

    // shown in forms
    static final Variable<String> LETTER_NUMBER = Variable.text("letterNumber");
    static final Variable<String> INSTITUTION_NAME = Variable.text("institutionName");
    static final Variable<String> ADDRESS = Variable.text("address");
    static final Variable<String> CONTACT_NAME = Variable.text("contactName");
    static final Variable<String> UNPRINTABLE = Variable.text("unprintable");
    static final Variable<String> POSTED = Variable.text("posted");

    // entered in forms
    static final Variable<String> TRACKING_NUMBER = Variable.text("trackingNumber");
    static final Variable<String> POSTED_ON = Variable.text("postedOn");
    static final Variable<String> DELIVERED_ON = Variable.text("deliveredOn");

    private NoticeDeliveryModel() {}

    static ApplicationNumber applicationNumber(VariableScope scope) {
        return new ApplicationNumber(APPLICATION_NUMBER.in(scope));
    }
}
