package jp.fudamori.process.notice;

import static jp.fudamori.process.notice.NoticeDeliveryModel.PHONE;
import static jp.fudamori.process.notice.NoticeDeliveryModel.applicationNumber;

import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.institution.InstitutionRegistry;
import jp.fudamori.process.UserStep;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The letter came back a second time: somebody calls the clinic and finds out where it can be reached. */
@Component
class CallClinic extends UserStep {

    private final ReturnFields fields;
    private final ApplicationDesk applications;
    private final InstitutionRegistry registry;

    CallClinic(ReturnFields fields, ApplicationDesk applications, InstitutionRegistry registry) {
        this.fields = fields;
        this.applications = applications;
        this.registry = registry;
    }

    @Override
    protected void offer(DelegateTask task) {
        fields.show(task);
        var application = applications.find(applicationNumber(task)).orElseThrow();
        var institution = registry.find(application.particulars().institution()).orElseThrow();
        PHONE.show(task, institution.phone());
    }

    @Override
    protected void complete(DelegateTask task) {
        fields.take(task);
    }
}
