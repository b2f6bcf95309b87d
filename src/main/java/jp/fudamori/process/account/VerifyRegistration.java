package jp.fudamori.process.account;

import static jp.fudamori.process.account.AccountOpeningModel.CORRECTED_CODE;
import static jp.fudamori.process.account.AccountOpeningModel.DECISION;
import static jp.fudamori.process.account.AccountOpeningModel.INSTITUTION_NAME;
import static jp.fudamori.process.account.AccountOpeningModel.MAIL;
import static jp.fudamori.process.account.AccountOpeningModel.MISMATCH;
import static jp.fudamori.process.account.AccountOpeningModel.PHONE;
import static jp.fudamori.process.account.AccountOpeningModel.REASON;
import static jp.fudamori.process.account.AccountOpeningModel.REGISTERED_NAME;
import static jp.fudamori.process.account.AccountOpeningModel.TYPED_CODE;
import static jp.fudamori.process.account.AccountOpeningModel.TYPED_NAME;
import static jp.fudamori.process.account.AccountOpeningModel.TYPED_PHONE;
import static jp.fudamori.process.account.AccountOpeningModel.registration;

import java.util.function.Predicate;
import jp.fudamori.account.OpeningDesk;
import jp.fudamori.account.Registration;
import jp.fudamori.account.RegistrationDesk;
import jp.fudamori.account.RegistrationDetails;
import jp.fudamori.institution.Institution;
import jp.fudamori.process.CurrentUser;
import jp.fudamori.process.UserStep;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

@Component
class VerifyRegistration extends UserStep {

    private static final String NOT_REGISTERED = "（登録簿にありません）";

    private final RegistrationDesk registrations;
    private final OpeningDesk desk;
    private final CurrentUser user;

    VerifyRegistration(RegistrationDesk registrations, OpeningDesk desk, CurrentUser user) {
        this.registrations = registrations;
        this.desk = desk;
        this.user = user;
    }

    @Override
    protected void offer(DelegateTask task) {
        DECISION.ask(task);
        var id = registration(task);
        var wanted = registrations.of(id);
        MAIL.show(task, wanted.mail().value());
        wanted.mismatch().map(Registration.Mismatch::japanese).ifPresent(why -> MISMATCH.show(task, why));
        wanted.details().ifPresent(typed -> {
            TYPED_CODE.show(task, typed.institution().value());
            TYPED_NAME.show(task, typed.name());
            TYPED_PHONE.show(task, typed.phone());
            INSTITUTION_NAME.show(task, typed.name());
        });
        var registered = desk.registered(id);
        REGISTERED_NAME.show(task, registered.map(Institution::name).orElse(NOT_REGISTERED));
        PHONE.show(task, registered.map(Institution::phone).orElse(NOT_REGISTERED));
    }

    @Override
    protected void complete(DelegateTask task) {
        var corrected = CORRECTED_CODE.take(task).filter(Predicate.not(String::isBlank));
        var reason = REASON.take(task).orElse("");
        if (DECISION.in(task).equals("accept")) {
            desk.accept(registration(task), corrected.map(RegistrationDetails::code), user.id());
        } else {
            desk.reject(registration(task), reason, user.id());
        }
    }
}
