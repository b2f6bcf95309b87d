package jp.fudamori.process.withdrawal;

import jp.fudamori.process.Variable;

/** Names shared with {@code bpmn/qualification-withdrawal.bpmn}; {@code ModelContractTest} keeps both sides equal. */
public final class QualificationWithdrawalModel {

    public static final String KEY = "qualification-withdrawal";

    // entered in forms
    public static final Variable<String> APPLICATION_NUMBER = Variable.text("applicationNumber");

    private QualificationWithdrawalModel() {}
}
