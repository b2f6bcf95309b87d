package jp.fudamori.process.engine;

import org.camunda.bpm.engine.impl.ManagementServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.NullUnmarked;

/**
 * Keeps everybody but administrators from running a job by hand. The engine refuses as well, but counts its refusal as
 * a failure of the job: whoever knew its id could use up its retries.
 */
@NullUnmarked
final class GuardedManagementService extends ManagementServiceImpl {

    private final ShortcutGuard guard;

    GuardedManagementService(ProcessEngineConfigurationImpl engine, ShortcutGuard guard) {
        super(engine);
        this.guard = guard;
    }

    @Override
    public void executeJob(String jobId) {
        guard.refuseAllButAdministrators();
        super.executeJob(jobId);
    }
}
