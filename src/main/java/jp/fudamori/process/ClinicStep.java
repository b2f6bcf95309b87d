package jp.fudamori.process;

/**
 * A user task of a clinic: its assignee in the model is <code>${actor}</code>, who is the clinic, or the staff of the
 * call centre that acts for it while it phones.
 */
public final class ClinicStep {

    /** Account of the clinic that the process is for; never changes. */
    public static final Variable<String> APPLICANT = Variable.text("applicant");

    /** Account that takes the clinic's steps just now: {@link #APPLICANT}, or staff of the call centre. */
    public static final Variable<String> ACTOR = Variable.text("actor");

    private ClinicStep() {}
}
