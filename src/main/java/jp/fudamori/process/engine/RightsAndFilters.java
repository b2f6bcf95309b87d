package jp.fudamori.process.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.stereotype.Component;

/** Sets up {@link GroupRights} and {@link TaskFilters} at every start, before anybody can log in. */
@Component
class RightsAndFilters extends AbstractProcessEnginePlugin {

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        new GroupRights(engine.getAuthorizationService()).grant();
        new TaskFilters(engine).make();
    }
}
