package jp.fudamori.process.engine;

import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Refuses a deployment whose models contain code, before the engine reads any of it. */
@Component
class ClosedModels extends AbstractProcessEnginePlugin {

    private final ModelGuard guard;

    ClosedModels(ProcessBeans beans) {
        this.guard = new ModelGuard(beans);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setBpmnParseFactory(GuardedParse::new);
        var decisions = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        decisions.getTransformer().getTransformListeners().add(new DecisionGuard());
        engine.setDmnEngineConfiguration(decisions);
    }

    private final class GuardedParse extends BpmnParse {

        GuardedParse(BpmnParser parser) {
            super(parser);
        }

        @Override
        protected void parseRootElement() {
            guard.inspect(rootElement, (element, objection) -> addError(objection, element));
            if (!hasErrors()) {
                super.parseRootElement();
            }
        }
    }
}
