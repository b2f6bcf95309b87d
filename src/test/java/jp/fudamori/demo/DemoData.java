package jp.fudamori.demo;

import jp.fudamori.account.AccountDesk;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/** Fills an empty database with what there is to try; what is there already stays as it is. */
final class DemoData implements ApplicationRunner {

    private final DemoAccounts accounts;
    private final AccountDesk accountDesk;

    DemoData(DemoAccounts accounts, AccountDesk accountDesk) {
        this.accounts = accounts;
        this.accountDesk = accountDesk;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        accounts.openAt(accountDesk);
    }
}
