package jp.fudamori.process.cancellation;

import jp.fudamori.process.Variable;

/** Names shared with {@code bpmn/application-cancellation.bpmn}; {@code ModelContractTest} keeps both sides equal. */
public final class ApplicationCancellationModel {

    public static final String KEY = "application-cancellation";

    // entered in forms
    public static final Variable<String> APPLICATION_NUMBER = Variable.text("applicationNumber");

    private ApplicationCancellationModel() {}
}
