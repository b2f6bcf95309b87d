package jp.fudamori.process.account;

import jp.fudamori.account.RegistrationId;
import jp.fudamori.process.Variable;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Names shared with {@code bpmn/account-opening.bpmn}; {@code ModelContractTest} keeps both sides equal. */
public final class AccountOpeningModel {

    public static final String KEY = "account-opening";

    public static final String REGISTRATION_REQUESTED = "registration-requested";
    public static final String REGISTRATION_ENTERED = "registration-entered";

    public static final Variable<String> REGISTRATION_ID = Variable.text("registrationId");

    // decisions
    static final Variable<Boolean> MATCHED = Variable.flag("matched");
    static final Variable<String> DECISION = Variable.text("decision");

    // shown in forms
    static final Variable<String> MISMATCH = Variable.text("mismatch");
    static final Variable<String> TYPED_CODE = Variable.text("typedCode");
    static final Variable<String> TYPED_NAME = Variable.text("typedName");
    static final Variable<String> TYPED_PHONE = Variable.text("typedPhone");
    static final Variable<String> MAIL = Variable.text("mail");
    static final Variable<String> REGISTERED_NAME = Variable.text("registeredName");
    static final Variable<String> PHONE = Variable.text("phone");
    static final Variable<String> INSTITUTION_NAME = Variable.text("institutionName");

    // entered in forms
    static final Variable<String> CORRECTED_CODE = Variable.text("correctedCode");
    static final Variable<String> REASON = Variable.text("reason");

    private AccountOpeningModel() {}

    static RegistrationId registration(VariableScope scope) {
        return new RegistrationId(REGISTRATION_ID.in(scope));
    }
}
