package jp.fudamori.input;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import jp.fudamori.account.AccountId;
import jp.fudamori.common.DomainService;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was typed until it is sent, and makes sure that what begins something begins it once. */
@DomainService
public class InputDesk {

    private final TaskDrafts drafts;
    private final Starts starts;
    private final Clock clock;

    InputDesk(TaskDrafts drafts, Starts starts, Clock clock) {
        this.drafts = drafts;
        this.starts = starts;
        this.clock = clock;
    }

    /**
     * Keeps what the account has typed for a step, in place of what it typed before; another account never sees it.
     *
     * @return false where it is too much to be kept
     */
    public boolean keep(AccountId account, String taskId, Map<String, String> fields) {
        if (!TaskDraft.fits(fields)) {
            return false;
        }
        drafts.save(account, taskId, new TaskDraft(fields, clock.instant()));
        return true;
    }

    public Optional<TaskDraft> draft(AccountId account, String taskId) {
        return drafts.find(account, taskId);
    }

    /** Forgets what was typed for a step that is over, whoever typed it. */
    public void forget(String taskId) {
        drafts.remove(taskId);
    }

    /**
     * Begins something once: who sends the same page twice, or at the same time again, gets what the first time
     * brought. Where it cannot begin, the page can be sent again.
     *
     * @param token of the page, new each time that it is shown
     * @param begin returns the id of the case that it begins
     */
    @Transactional
    public String once(AccountId account, UUID token, Supplier<String> begin) {
        if (starts.claim(account, token, clock.instant())) {
            var begun = begin.get();
            starts.note(account, token, begun);
            return begun;
        }
        return starts.begun(account, token);
    }
}
