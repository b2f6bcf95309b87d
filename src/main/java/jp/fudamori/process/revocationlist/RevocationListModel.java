package jp.fudamori.process.revocationlist;

import jp.fudamori.process.Variable;

/** Names shared with {@code bpmn/revocation-list.bpmn}; {@code ModelContractTest} keeps both sides equal. */
public final class RevocationListModel {

    public static final String KEY = "revocation-list";

    public static final String CERTIFICATE_REVOKED = "certificate-revoked";

    /** Where a process waits for what else is revoked meanwhile. */
    public static final String REVOCATIONS_GATHERED = "revocationsGathered";

    /** How many generations are to be published, read by the model. */
    static final Variable<Long> GENERATIONS = Variable.number("generations");

    /** Their names, with spaces between. */
    static final Variable<String> GENERATION_NAMES = Variable.text("generationNames");

    // decisions
    static final Variable<Boolean> KNOWN = Variable.flag("known");
    static final Variable<Boolean> PUBLISHED = Variable.flag("published");

    /** Which of them a branch works on, for those who look at it. */
    static final Variable<String> GENERATION = Variable.text("generation");

    private RevocationListModel() {}
}
