package jp.fudamori.process;

/** The step was done, or the case began, in another request; where it stands now can be asked. */
public final class TaskOvertaken extends RuntimeException {

    public TaskOvertaken(String message) {
        super(message);
    }
}
