package jp.fudamori.process.mail;

import static jp.fudamori.process.mail.MailDeliveryModel.ANSWER;
import static jp.fudamori.process.mail.MailDeliveryModel.CORRECTED_ADDRESS;
import static jp.fudamori.process.mail.MailDeliveryModel.CORRECTED_ADDRESS_AGAIN;
import static jp.fudamori.process.mail.MailDeliveryModel.INSTITUTION_NAME;
import static jp.fudamori.process.mail.MailDeliveryModel.MAIL_ID;
import static jp.fudamori.process.mail.MailDeliveryModel.MAIL_KIND;
import static jp.fudamori.process.mail.MailDeliveryModel.OUTCOME;
import static jp.fudamori.process.mail.MailDeliveryModel.PHONE;
import static jp.fudamori.process.mail.MailDeliveryModel.REASON;
import static jp.fudamori.process.mail.MailDeliveryModel.RECIPIENT;
import static jp.fudamori.process.mail.MailDeliveryModel.REFERENCE;
import static jp.fudamori.process.mail.MailDeliveryModel.SUBJECT;

import jp.fudamori.institution.InstitutionRegistry;
import jp.fudamori.notice.RefusedMail;
import jp.fudamori.notice.RefusedMailDesk;
import jp.fudamori.process.CurrentUser;
import jp.fudamori.process.UserStep;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

@Component
class CorrectAddress extends UserStep {

    private final RefusedMailDesk desk;
    private final InstitutionRegistry registry;
    private final CurrentUser user;

    CorrectAddress(RefusedMailDesk desk, InstitutionRegistry registry, CurrentUser user) {
        this.desk = desk;
        this.registry = registry;
        this.user = user;
    }

    @Override
    protected void offer(DelegateTask task) {
        var mail = desk.of(MAIL_ID.in(task));
        MAIL_KIND.show(task, mail.kind());
        REFERENCE.show(task, mail.reference());
        SUBJECT.show(task, mail.subject());
        RECIPIENT.show(task, mail.recipient());
        ANSWER.show(task, mail.answer());
        showClinic(task, mail);
    }

    @Override
    protected void complete(DelegateTask task) {
        var address = CORRECTED_ADDRESS.take(task).orElse("");
        var again = CORRECTED_ADDRESS_AGAIN.take(task).orElse("");
        var reason = REASON.take(task).orElse("");
        if (OUTCOME.in(task).equals("send")) {
            desk.correct(MAIL_ID.in(task), address, again, user.id());
        } else {
            desk.giveUp(MAIL_ID.in(task), reason, user.id());
        }
    }

    private void showClinic(DelegateTask task, RefusedMail mail) {
        var clinic = mail.institution().flatMap(registry::find);
        INSTITUTION_NAME.show(task, clinic.map(found -> found.name()).orElse("（医療機関あてではありません）"));
        PHONE.show(task, clinic.map(found -> found.phone()).orElse("－"));
    }
}
