package jp.fudamori.process.mail;

import jp.fudamori.process.Variable;

/** Names shared with {@code bpmn/mail-delivery.bpmn}; {@code ModelContractTest} keeps both sides equal. */
public final class MailDeliveryModel {

    public static final String KEY = "mail-delivery";

    public static final String MAIL_QUEUED = "mail-queued";

    public static final Variable<Long> MAIL_ID = Variable.number("mailId");

    // decided by a person, read by a gateway
    static final Variable<String> OUTCOME = Variable.text("outcome");

    // shown in forms
    static final Variable<String> MAIL_KIND = Variable.text("mailKind");
    static final Variable<String> REFERENCE = Variable.text("reference");
    static final Variable<String> SUBJECT = Variable.text("subject");
    static final Variable<String> RECIPIENT = Variable.text("recipient");
    static final Variable<String> ANSWER = Variable.text("answer");
    static final Variable<String> INSTITUTION_NAME = Variable.text("institutionName");
    static final Variable<String> PHONE = Variable.text("phone");

    // entered in forms
    static final Variable<String> CORRECTED_ADDRESS = Variable.text("correctedAddress");
    static final Variable<String> CORRECTED_ADDRESS_AGAIN = Variable.text("correctedAddressAgain");
    static final Variable<String> REASON = Variable.text("reason");

    private MailDeliveryModel() {}
}
