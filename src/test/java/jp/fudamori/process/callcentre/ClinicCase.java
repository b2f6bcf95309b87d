package jp.fudamori.process.callcentre;

import java.util.Map;
import jp.fudamori.Person;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;

/** The smallest process with steps of a clinic: two, then one of the office, then one of the clinic again. */
final class ClinicCase {

    private static final String KEY = "clinic-case";
    private static final String ACTOR = "${actor}";

    private final ProcessEngine engine;
    private final String deployment;

    ClinicCase(ProcessEngine engine) {
        this.engine = engine;
        var model = Bpmn.createExecutableProcess(KEY)
                .name("医療機関の手続き")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask("first")
                .name("はじめの入力")
                .camundaAssignee(ACTOR)
                .userTask("second")
                .name("つぎの入力")
                .camundaAssignee(ACTOR)
                .userTask("office")
                .name("確認")
                .camundaCandidateGroups("reviewer")
                .userTask("third")
                .name("おわりの入力")
                .camundaAssignee(ACTOR)
                .endEvent()
                .done();
        this.deployment = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(KEY + ".bpmn", model)
                .deploy()
                .getId();
    }

    ProcessInstance begin(Person clinic) {
        return begin(clinic, clinic);
    }

    ProcessInstance begin(Person clinic, Person actor) {
        return engine.getRuntimeService()
                .startProcessInstanceByKey(
                        KEY,
                        Map.of(
                                "applicant",
                                clinic.id().value(),
                                "actor",
                                actor.id().value()));
    }

    void remove() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }
}
