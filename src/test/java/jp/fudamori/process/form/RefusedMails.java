package jp.fudamori.process.form;

import jp.fudamori.ScriptedSmtp;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mails whose recipient the other mail server does not know. */
record RefusedMails(ProcessEngine engine, JavaMailSenderImpl sender) {

    /**
     * The delivery of the mail that tells a clinic that its application was submitted; it waits for a better address.
     */
    ProcessInstance acceptanceOf(ProcessInstance application) {
        var number = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(application.getId())
                .singleResult()
                .getBusinessKey(); // the draft's, in the instance as it was started
        var mail = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey("mail-delivery")
                .singleResult();
        var job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(mail.getId())
                .activityId("sendMail")
                .singleResult();
        refused(() -> engine.getManagementService().executeJob(job.getId()));
        return mail;
    }

    private void refused(Runnable sending) {
        var port = sender.getPort();
        try (var smtp = ScriptedSmtp.answering("550 5.1.1 No such user")) {
            sender.setPort(smtp.port());
            sending.run();
        } finally {
            sender.setPort(port);
        }
    }
}
