package jp.fudamori.process;

import jp.fudamori.common.JapaneseDates;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * The domain's side of a user task of the same name: fills its form when the task arises, and hands what was entered to
 * the domain when it is completed. A refusal leaves the task as it was and is shown to whoever completed it.
 */
public abstract class UserStep implements TaskListener {

    private static final Variable<String> DUE = Variable.text("due");

    @Override
    public final void notify(DelegateTask task) {
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            offer(task);
            showDue(task);
        } else {
            complete(task);
        }
    }

    /** Task lists have a column for the day, in words; a step that shows a day of its own keeps it. */
    private static void showDue(DelegateTask task) {
        if (task.getDueDate() != null && !task.hasVariableLocal(DUE.name())) {
            var due = task.getDueDate().toInstant().atZone(JapaneseDates.TOKYO).toLocalDate();
            DUE.show(task, JapaneseDates.day(due));
        }
    }

    /** Shows what the form displays. */
    protected abstract void offer(DelegateTask task);

    /** Takes what was entered; the values have passed the rules of the form. */
    protected abstract void complete(DelegateTask task);
}
