package jp.fudamori.process;

import static jp.fudamori.process.succession.InstitutionSuccessionModel.INSTITUTION_CODE;
import static jp.fudamori.process.succession.InstitutionSuccessionModel.INSTITUTION_ENDED;
import static jp.fudamori.process.succession.InstitutionSuccessionModel.SUCCESSOR_REGISTERED;

import jp.fudamori.account.AccountDesk;
import jp.fudamori.account.AccountOpened;
import jp.fudamori.account.AccountsImported;
import jp.fudamori.institution.Ending;
import jp.fudamori.institution.EndingDesk;
import jp.fudamori.institution.InstitutionsEnded;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The part of {@link ProcessTriggers} that is about codes that end. */
@Component
class SuccessionTriggers {

    private final RuntimeService runtime;
    private final AccountDesk accounts;
    private final EndingDesk endings;

    SuccessionTriggers(RuntimeService runtime, AccountDesk accounts, EndingDesk endings) {
        this.runtime = runtime;
        this.accounts = accounts;
        this.endings = endings;
    }

    /** An institution that never had an account never had a certificate: there is nothing to do about it. */
    @EventListener
    void on(InstitutionsEnded event) {
        event.endings().stream()
                .filter(ending -> accounts.ofInstitution(ending.code()).isPresent())
                .forEach(this::begin);
    }

    private void begin(Ending ending) {
        var code = ending.code().value();
        runtime.startProcessInstanceByMessage(INSTITUTION_ENDED, code, INSTITUTION_CODE.with(code));
    }

    /** Either the process already waits for this, or it has not looked yet whether it must. */
    @EventListener
    void on(AccountOpened event) {
        endings.settle(event.institution());
        endings.before(event.institution()).ifPresent(this::registered);
    }

    /** As above, of many, of which few succeed another: no ending comes in between. */
    @EventListener
    void on(AccountsImported event) {
        endings.holdStill();
        endings.before(event.institutions()).forEach(ending -> {
            ending.successor().ifPresent(endings::settle);
            registered(ending);
        });
    }

    private void registered(Ending ending) {
        runtime.createMessageCorrelation(SUCCESSOR_REGISTERED)
                .processInstanceBusinessKey(ending.code().value())
                .correlateAll();
    }
}
