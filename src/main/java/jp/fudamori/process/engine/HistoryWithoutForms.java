package jp.fudamori.process.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The engine's history {@code full}, without what forms show: names and addresses that our own tables have anyway. Such
 * variables belong to one task and go with it.
 */
@Component
class HistoryWithoutForms extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomHistoryLevels(List.of(new Level()));
    }

    /** Has name and number of the level that it takes the place of: of two with one name the engine takes the last. */
    private static final class Level extends HistoryLevelFull {

        @Override
        public boolean isHistoryEventProduced(HistoryEventType type, @Nullable Object entity) {
            return super.isHistoryEventProduced(type, entity)
                    && !(entity instanceof VariableInstanceEntity variable && variable.getTaskId() != null);
        }
    }
}
