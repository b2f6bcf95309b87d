package jp.fudamori.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import jp.fudamori.Client;
import jp.fudamori.Participants;
import jp.fudamori.ServerTest;
import jp.fudamori.account.Role;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class ClosedModelsIT {

    private static final String FILE = "closed-models.bpmn";

    @LocalServerPort
    int port;

    @Autowired
    Participants people;

    @Autowired
    RepositoryService repository;

    @AfterEach
    void undeploy() {
        repository
                .createDeploymentQuery()
                .deploymentName(FILE)
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:scriptTask id='bad' scriptFormat='groovy'><bpmn:script>x</bpmn:script></bpmn:scriptTask>",
                "<bpmn:scriptTask id='bad' scriptFormat='groovy' camunda:resource='deployment://x.groovy'/>",
                "<bpmn:serviceTask id='bad' camunda:class='java.lang.Object'/>",
                "<bpmn:serviceTask id='bad' activiti:class='java.lang.Object'/>",
                "<bpmn:serviceTask id='bad' camunda:expression='${sayNo.execute(execution)}'/>",
                "<bpmn:serviceTask id='bad' camunda:expression='${decision}'/>",
                "<bpmn:serviceTask id='bad' camunda:delegateExpression='${accountDesk}'/>",
                "<bpmn:serviceTask id='bad' camunda:delegateExpression='${dataSource}'/>",
                "<bpmn:serviceTask id='bad' camunda:delegateExpression='${nobody}'/>",
                "<bpmn:serviceTask id='bad' camunda:delegateExpression='${sayNo.other}'/>",
                "<bpmn:serviceTask id='bad' camunda:type='mail'/>",
                "<bpmn:serviceTask id='bad' camunda:type='Shell'><bpmn:extensionElements>"
                        + "<camunda:field name='command' stringValue='true'/></bpmn:extensionElements></bpmn:serviceTask>",
                "<bpmn:serviceTask id='bad'><bpmn:extensionElements><camunda:connector>"
                        + "<camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>"
                        + "</bpmn:extensionElements></bpmn:serviceTask>",
                "<bpmn:userTask id='bad'><bpmn:extensionElements><camunda:taskListener event='create'>"
                        + "<camunda:script scriptFormat='javascript'>1</camunda:script></camunda:taskListener>"
                        + "</bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id='bad'><bpmn:extensionElements>"
                        + "<camunda:taskListener event='create' class='java.lang.Object'/>"
                        + "</bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id='bad'><bpmn:extensionElements>"
                        + "<camunda:executionListener event='start' expression='${now()}'/>"
                        + "</bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id='bad'><bpmn:extensionElements><camunda:formData><camunda:formField id='bad_field' type='string'>"
                        + "<camunda:validation><camunda:constraint name='validator' config='java.lang.Object'/>"
                        + "</camunda:validation></camunda:formField></camunda:formData>"
                        + "</bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id='bad' camunda:formHandlerClass='java.lang.Object'/>",
                "<bpmn:userTask id='bad' camunda:dueDate='${now().toString()}'/>",
                "<bpmn:userTask id='bad' camunda:assignee='${dateTime()}'/>",
                "<bpmn:userTask id='bad'><bpmn:documentation>${\"\".getClass()}</bpmn:documentation></bpmn:userTask>",
                "<bpmn:userTask id='bad' name='${execution[\"getId\"]()}'/>",
                "<bpmn:userTask id='bad' camunda:assignee='${unfinished'/>",
                "<bpmn:callActivity id='bad' calledElement='x' camunda:variableMappingClass='java.lang.Object'/>",
            })
    void codeInAModelIsRefusedByNameInJapaneseAndNothingIsDeployed(String element) {
        var answer = administrator().deploy(FILE, model(element));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("モデルの要素「bad");
        assertThat(repository.createDeploymentQuery().deploymentName(FILE).count())
                .isZero();
    }

    @Test
    void aScriptAsConditionIsRefused() {
        var answer = administrator()
                .deploy(
                        FILE,
                        model("<bpmn:exclusiveGateway id='gate'/>")
                                .replace(
                                        "<!-- flow -->",
                                        "<bpmn:conditionExpression xsi:type='bpmn:tFormalExpression' language='groovy'>1"
                                                + "</bpmn:conditionExpression>"));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:serviceTask id='good' camunda:delegateExpression='${sayNo}'/>",
                "<bpmn:serviceTask id='good' camunda:type='external' camunda:topic='t'/>",
                "<bpmn:userTask id='good' camunda:dueDate='${reviewDue}' camunda:assignee='${applicant}'/>",
                "<bpmn:userTask id='good' camunda:dueDate='P5BD' camunda:followUpDate='P3BD'/>",
                "<bpmn:userTask id='good' camunda:assignee='${currentUser()}' camunda:dueDate='${now()}'/>",
                "<bpmn:userTask id='good'><bpmn:documentation>説明（かっこ）と$記号</bpmn:documentation></bpmn:userTask>",
                "<bpmn:callActivity id='good' calledElement='x'><bpmn:extensionElements>"
                        + "<camunda:in businessKey='#{execution.processBusinessKey}'/></bpmn:extensionElements>"
                        + "</bpmn:callActivity>",
            })
    void valuesComparisonsAndOurDelegatesAreAccepted(String element) {
        var model = model(element)
                .replace(
                        "<!-- flow -->",
                        "<bpmn:conditionExpression xsi:type='bpmn:tFormalExpression'>"
                                + "${(decision == 'approve') and not (empty reason)}</bpmn:conditionExpression>");

        var answer = administrator().deploy(FILE, model);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "javascript", "groovy"})
    void aDecisionInAnotherLanguageThanFeelIsRefused(String language) {
        var answer = administrator().deploy("closed-models.dmn", decision(language));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("FEEL");
        assertThat(repository
                        .createDeploymentQuery()
                        .deploymentName("closed-models.dmn")
                        .count())
                .isZero();
    }

    @Test
    void aDecisionInFeelIsAccepted() {
        assertThat(administrator().deploy("closed-models.dmn", decision("feel")).statusCode())
                .isEqualTo(200);

        repository
                .createDeploymentQuery()
                .deploymentName("closed-models.dmn")
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ADMINISTRATOR"})
    void onlyAdministratorsDeploy(Role role) {
        var account = people.somebody(role);

        var answer = account.basic(port).deploy(FILE, model("<bpmn:userTask id='good'/>"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(repository.createDeploymentQuery().deploymentName(FILE).count())
                .isZero();
    }

    private Client administrator() {
        return Client.basic(port, "admin", ServerTest.ADMINISTRATOR_PASSWORD);
    }

    private static String model(String element) {
        var id = element.replaceFirst("(?s).*? id='(\\w+)'.*", "$1");
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:activiti="http://activiti.org/bpmn"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="test">
                  <bpmn:process id="closed-models" isExecutable="true">
                    <bpmn:startEvent id="start"/>
                    <bpmn:sequenceFlow id="one" sourceRef="start" targetRef="%s"/>
                    %s
                    <bpmn:sequenceFlow id="two" sourceRef="%s" targetRef="end"><!-- flow --></bpmn:sequenceFlow>
                    <bpmn:endEvent id="end"/>
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(id, element, id);
    }

    private static String decision(String language) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="closed" name="closed"
                    namespace="test">
                  <decision id="closed-decision" name="d">
                    <variable id="v" name="v"/>
                    <literalExpression id="l" expressionLanguage="%s"><text>1</text></literalExpression>
                  </decision>
                </definitions>
                """.formatted(language);
    }
}
