package jp.fudamori.process.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Ties user tasks to their steps, and forms to their rules. */
@Component
class FormPlugin extends AbstractProcessEnginePlugin {

    private final ApplicationContext beans;

    FormPlugin(ApplicationContext beans) {
        this.beans = beans;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var forms = new TaskForms(configuration::getProcessEngine);
        configuration.setTaskService(new GuardedTaskService(forms));
        configuration.setFormService(new GuardedFormService(forms));
        if (configuration.getCustomPreBPMNParseListeners() == null) {
            configuration.setCustomPreBPMNParseListeners(new ArrayList<BpmnParseListener>());
        }
        configuration
                .getCustomPreBPMNParseListeners()
                .addAll(List.of(new StepListener(beans), new StartFormListener(forms)));
    }
}
