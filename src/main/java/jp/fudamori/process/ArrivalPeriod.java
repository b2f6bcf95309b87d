package jp.fudamori.process;

import jp.fudamori.calendar.BusinessPeriod;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.springframework.stereotype.Component;

/** Within how many business days a letter that is applied for now shall arrive, as the model in force says. */
@Component
public class ArrivalPeriod {

    private static final String MODEL = "certificate-application";
    private static final String PARAMETER = "arrivalPeriod";

    private final RepositoryService models;
    private final OwnBehalf ownBehalf;

    ArrivalPeriod(RepositoryService models, OwnBehalf ownBehalf) {
        this.models = models;
        this.ownBehalf = ownBehalf;
    }

    /** @throws java.util.NoSuchElementException if the model says none */
    public BusinessPeriod inForce() {
        return ownBehalf.ask(this::inTheModel);
    }

    private BusinessPeriod inTheModel() {
        var definition = models.createProcessDefinitionQuery()
                .processDefinitionKey(MODEL)
                .latestVersion()
                .singleResult();
        return models
                .getBpmnModelInstance(definition.getId())
                .getModelElementsByType(CamundaInputParameter.class)
                .stream()
                .filter(parameter -> parameter.getCamundaName().equals(PARAMETER))
                .findFirst()
                .flatMap(parameter -> BusinessPeriod.parse(parameter.getTextContent()))
                .orElseThrow();
    }
}
