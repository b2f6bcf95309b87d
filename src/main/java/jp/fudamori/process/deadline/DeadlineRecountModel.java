package jp.fudamori.process.deadline;

import jp.fudamori.process.Variable;

/** Names shared with {@code bpmn/deadline-recount.bpmn}; {@code ModelContractTest} keeps both sides equal. */
public final class DeadlineRecountModel {

    public static final String KEY = "deadline-recount";

    /** Names the list that the operator has seen. */
    static final Variable<String> TOKEN = Variable.text("token");

    static final Variable<String> CONFIRMED_BY = Variable.text("confirmedBy");

    // decisions
    public static final Variable<Boolean> MOVING = Variable.flag("moving");
    public static final Variable<Boolean> MORE = Variable.flag("more");
    public static final Variable<String> DECISION = Variable.text("decision");

    // shown in forms
    static final Variable<String> COUNT = Variable.text("count");
    static final Variable<String> MOVES = Variable.text("moves");

    // entered in forms
    static final Variable<String> DAY = Variable.text("day");
    static final Variable<String> OPENING = Variable.text("opening");
    static final Variable<String> DAY_NAME = Variable.text("dayName");
    static final Variable<String> REASON = Variable.text("reason");

    private DeadlineRecountModel() {}
}
