package jp.fudamori.process.mail;

import jp.fudamori.process.Variable;

/** Names shared with {@code bpmn/mail-delivery.bpmn}; {@code ModelContractTest} keeps both sides equal. */
public final class MailDeliveryModel {

    public static final String KEY = "mail-delivery";

    public static final String MAIL_QUEUED = "mail-queued";

    public static final Variable<Long> MAIL_ID = Variable.number("mailId");

    private MailDeliveryModel() {}
}
