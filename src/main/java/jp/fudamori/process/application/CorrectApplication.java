package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.APPLICATION_NUMBER;
import static jp.fudamori.process.application.CertificateApplicationModel.CONTACT_NAME;
import static jp.fudamori.process.application.CertificateApplicationModel.CONTACT_NAME_REMARK;
import static jp.fudamori.process.application.CertificateApplicationModel.DUE;
import static jp.fudamori.process.application.CertificateApplicationModel.REMARKS;
import static jp.fudamori.process.application.CertificateApplicationModel.TERMINAL_NAMES;
import static jp.fudamori.process.application.CertificateApplicationModel.TERMINAL_NAMES_REMARK;
import static jp.fudamori.process.application.CertificateApplicationModel.applicationNumber;

import java.util.List;
import java.util.stream.Collectors;
import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.application.CertificateApplication.Returned;
import jp.fudamori.application.CorrectionDesk;
import jp.fudamori.application.Remark;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.process.CurrentUser;
import jp.fudamori.process.UserStep;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The clinic sees what is wrong beside what it wrote. */
@Component
class CorrectApplication extends UserStep {

    private final ApplicationDesk desk;
    private final CorrectionDesk corrections;
    private final InstitutionFields institution;
    private final ReviewClock clock;
    private final CurrentUser user;

    CorrectApplication(
            ApplicationDesk desk,
            CorrectionDesk corrections,
            InstitutionFields institution,
            ReviewClock clock,
            CurrentUser user) {
        this.desk = desk;
        this.corrections = corrections;
        this.institution = institution;
        this.clock = clock;
        this.user = user;
    }

    @Override
    protected void offer(DelegateTask task) {
        if (!(desk.find(applicationNumber(task)).orElseThrow() instanceof Returned returned)) {
            throw new IllegalStateException("not given back: " + applicationNumber(task));
        }
        var particulars = returned.particulars();
        institution.show(task, particulars.institution(), particulars.applicant());
        APPLICATION_NUMBER.show(task, applicationNumber(task).value());
        CONTACT_NAME.show(task, particulars.contactName());
        TERMINAL_NAMES.show(task, Terminals.lines(particulars.terminalNames()));
        showRemarks(task, returned.correction().remarks());
        DUE.show(task, JapaneseDates.day(returned.correction().until()));
    }

    /** All in one place, and each once more at the field that it is about. */
    private static void showRemarks(DelegateTask task, List<Remark> remarks) {
        REMARKS.show(
                task,
                remarks.stream()
                        .map(remark -> remark.line().replaceAll("\\s*\n\\s*", " "))
                        .collect(Collectors.joining("\n")));
        for (var remark : remarks) {
            switch (remark.field()) {
                case CONTACT_NAME -> CONTACT_NAME_REMARK.show(task, remark.text());
                case TERMINAL_NAMES -> TERMINAL_NAMES_REMARK.show(task, remark.text());
                case OTHER -> {} // has no field
            }
        }
    }

    @Override
    protected void complete(DelegateTask task) {
        var submission = corrections.resubmit(
                applicationNumber(task),
                CONTACT_NAME.take(task).orElse(""),
                Terminals.entered(TERMINAL_NAMES.take(task).orElse("")),
                user.id());
        clock.set(task, submission);
    }
}
