package jp.fudamori.process.revocationlist;

import jp.fudamori.process.Variable;

/** Names shared with {@code bpmn/revocation-list.bpmn}; {@code ModelContractTest} keeps both sides equal. */
public final class RevocationListModel {

    public static final String KEY = "revocation-list";

    public static final String CERTIFICATE_REVOKED = "certificate-revoked";

    /** Where a process waits for what else is revoked meanwhile. */
    public static final String REVOCATIONS_GATHERED = "revocationsGathered";

    /** How many generations there are, read by the model. */
    static final Variable<Long> GENERATIONS = Variable.number("generations");

    /** Which of them a branch works on, for those who look at it. */
    static final Variable<String> GENERATION = Variable.text("generation");

    private RevocationListModel() {}
}
