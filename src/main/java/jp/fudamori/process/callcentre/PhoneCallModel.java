package jp.fudamori.process.callcentre;

import jp.fudamori.process.Variable;

/** Names shared with {@code bpmn/phone-call.bpmn}; {@code ModelContractTest} keeps both sides equal. */
public final class PhoneCallModel {

    public static final String KEY = "phone-call";

    public static final Variable<String> CALL_ID = Variable.text("callId");
    public static final Variable<String> TAKEN_BY = Variable.text("takenBy");

    // shown in forms
    public static final Variable<String> TAKEN_OVER = Variable.text("takenOver");
    static final Variable<String> INSTITUTION_NAME = Variable.text("institutionName");
    static final Variable<String> PHONE = Variable.text("phone");
    static final Variable<String> OPENED = Variable.text("opened");
    static final Variable<String> APPLICATIONS = Variable.text("applications");

    // entered in forms
    static final Variable<String> INSTITUTION_CODE = Variable.text("institutionCode");
    static final Variable<String> CALLER = Variable.text("caller");
    static final Variable<String> IDENTITY_CHECK = Variable.text("identityCheck");
    static final Variable<String> NOTE = Variable.text("note");

    private PhoneCallModel() {}
}
