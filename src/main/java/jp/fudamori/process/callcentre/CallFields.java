package jp.fudamori.process.callcentre;

import static java.util.stream.Collectors.joining;
import static jp.fudamori.process.callcentre.PhoneCallModel.APPLICATIONS;
import static jp.fudamori.process.callcentre.PhoneCallModel.CALLER;
import static jp.fudamori.process.callcentre.PhoneCallModel.IDENTITY_CHECK;
import static jp.fudamori.process.callcentre.PhoneCallModel.INSTITUTION_CODE;
import static jp.fudamori.process.callcentre.PhoneCallModel.INSTITUTION_NAME;
import static jp.fudamori.process.callcentre.PhoneCallModel.OPENED;
import static jp.fudamori.process.callcentre.PhoneCallModel.PHONE;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.application.CertificateApplication;
import jp.fudamori.application.CertificateApplication.Abandoned;
import jp.fudamori.application.CertificateApplication.Approved;
import jp.fudamori.application.CertificateApplication.ApprovedOnce;
import jp.fudamori.application.CertificateApplication.Cancelled;
import jp.fudamori.application.CertificateApplication.Rejected;
import jp.fudamori.application.CertificateApplication.Returned;
import jp.fudamori.application.CertificateApplication.Submitted;
import jp.fudamori.callcentre.PhoneCall;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.institution.InstitutionRegistry;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What the staff see while they are on the phone. */
@Component
class CallFields {

    private static final int MOST_LISTED = 10;

    static final Map<Class<? extends CertificateApplication>, String> STATES = Map.of(
            Submitted.class, "審査中",
            Returned.class, "補正のお願い中",
            ApprovedOnce.class, "審査中（二次承認待ち）",
            Approved.class, "承認済み",
            Rejected.class, "却下",
            Cancelled.class, "取消し",
            Abandoned.class, "補正がなく終了");

    private final InstitutionRegistry registry;
    private final ApplicationDesk applications;

    CallFields(InstitutionRegistry registry, ApplicationDesk applications) {
        this.registry = registry;
        this.applications = applications;
    }

    void show(DelegateTask task, PhoneCall call) {
        var institution = registry.find(call.institution()).orElseThrow();
        INSTITUTION_CODE.show(task, call.institution().value());
        INSTITUTION_NAME.show(task, institution.name());
        PHONE.show(task, institution.phone());
        CALLER.show(task, call.caller());
        IDENTITY_CHECK.show(task, call.identityCheck().label());
        OPENED.show(task, JapaneseDates.moment(call.openedAt()));
        APPLICATIONS.show(task, describe(applications.of(call.institution())));
    }

    private static String describe(List<CertificateApplication> newestFirst) {
        return newestFirst.isEmpty()
                ? "申請はまだありません。"
                : newestFirst.stream()
                        .limit(MOST_LISTED)
                        .map(CallFields::describe)
                        .collect(joining("\n"));
    }

    private static String describe(CertificateApplication application) {
        var submission = application.submission();
        return "- %s　%s　%d枚　受付 %s　審査期限 %s　到着予定 %s"
                .formatted(
                        application.number(),
                        Objects.requireNonNull(STATES.get(application.getClass())),
                        submission.lines().size(),
                        JapaneseDates.moment(submission.submittedAt()),
                        JapaneseDates.day(submission.reviewDue()),
                        JapaneseDates.day(submission.expectedArrival()));
    }
}
