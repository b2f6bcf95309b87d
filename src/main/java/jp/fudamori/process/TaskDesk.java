package jp.fudamori.process;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import jp.fudamori.account.Account;
import jp.fudamori.common.Refusal;

/**
 * The steps of processes and their forms, for pages of our own. Everything happens under the rights of the user whom it
 * names, as in Tasklist: what is not theirs does not exist.
 */
public interface TaskDesk {

    /** Returns the steps that wait for the user and nobody else, the most pressing first, at most a hundred. */
    List<OpenTask> open(Account user);

    /** @param entered what was entered so far, field to text; takes the place of what the task has in its fields */
    Optional<TaskForm> form(Account user, String taskId, Map<String, String> entered);

    /** Returns the form that begins the process; empty where the user may not begin it. */
    Optional<StartForm> startForm(Account user, String process, Map<String, String> entered);

    /**
     * Begins a process.
     *
     * @throws FormRefusal if the form's rules are broken
     * @throws Refusal if the business says no
     * @throws TaskOvertaken if it met another request that works on the same
     * @throws NoSuchElementException if the user may not begin it
     */
    CaseStanding start(Account user, String process, Map<String, Object> entered);

    /**
     * Completes a step of the user.
     *
     * @throws FormRefusal if the form's rules are broken
     * @throws Refusal if the business says no
     * @throws TaskOvertaken if it is done already
     * @throws NoSuchElementException if the user has and had no such step
     */
    CaseStanding complete(Account user, String taskId, Map<String, Object> entered);

    /** Returns where the case of a step stands that the user has done, or that has passed without. */
    Optional<CaseStanding> standing(Account user, String taskId);

    /** Returns where a case stands that the user has begun. */
    Optional<CaseStanding> standingOfCase(Account user, String caseId);
}
