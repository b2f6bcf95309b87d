package jp.fudamori.process.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;

import com.icegreen.greenmail.util.GreenMail;
import java.util.Arrays;
import jp.fudamori.IssuedApplications;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.ServerTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class MailDeliveryIT {

    @Autowired
    ProcessEngine engine;

    @Autowired
    Participants people;

    @Autowired
    IssuedApplications applications;

    @Autowired
    GreenMail smtp;

    @BeforeEach
    void setUp() {
        AbstractAssertions.init(engine);
    }

    @Test
    void sendsTheMailOnce() {
        var clinic = people.clinic();
        var mail = acceptanceOf(applications.submitted(clinic));

        execute(job("sendMail", mail));

        assertThat(mail).isEnded().hasPassed("mailSent");
        assertThat(received(clinic)).isOne();
    }

    @Test
    void triesAgainForMoreThanADayWhenTheServerIsDown() {
        var clinic = people.clinic();
        var mail = acceptanceOf(applications.submitted(clinic));
        var job = job("sendMail", mail);
        smtp.stop();
        try {
            assertThatThrownBy(() -> execute(job)).isNotNull();
        } finally {
            smtp.start();
        }

        var waiting = engine.getManagementService()
                .createJobQuery()
                .jobId(job.getId())
                .singleResult();
        assertThat(waiting.getRetries()).isEqualTo(10);
        assertThat(received(clinic)).isZero();
    }

    private ProcessInstance acceptanceOf(ProcessInstance application) {
        var number = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(application.getId())
                .singleResult()
                .getBusinessKey();
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey(MailDeliveryModel.KEY)
                .singleResult();
    }

    private long received(Person person) {
        return Arrays.stream(smtp.getReceivedMessages())
                .filter(message -> {
                    try {
                        return message.getAllRecipients()[0]
                                .toString()
                                .equals(person.account().mail());
                    } catch (jakarta.mail.MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .count();
    }
}
