package jp.fudamori.process.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** What stands between a caller and every command of the engine. */
@Component
class CommandGuards extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var shortcuts = new ShortcutGuard(() -> engine.getIdentityService().getCurrentAuthentication());
        engine.setManagementService(new GuardedManagementService(engine, shortcuts));
        engine.setCustomPreCommandInterceptorsTxRequired(
                List.of(new RefusalTranslator(), shortcuts, new QueryExpressionGuard(), new TaskPapersGuard()));
    }
}
