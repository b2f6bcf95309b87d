package jp.fudamori;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import jp.fudamori.account.Account;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.account.AccountId;
import jp.fudamori.account.Role;
import jp.fudamori.institution.InstitutionCode;
import org.springframework.stereotype.Component;

/** Opens accounts for tests, each new, all with one password. */
@Component
public class People {

    public static final String PASSWORD = "Sakura-no-ki-2026";
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final AccountDesk desk;

    People(AccountDesk desk) {
        this.desk = desk;
    }

    public Account clinic() {
        var number = COUNTER.incrementAndGet();
        var id = "clinic%d@people.example".formatted(number);
        var code = new InstitutionCode("1320%06d".formatted(number));
        return open(new Account(new AccountId(id), "試験医院" + number, id, Set.of(Role.CLINIC), Optional.of(code)));
    }

    public Account staff(Role role) {
        var id = role.group() + COUNTER.incrementAndGet();
        return open(new Account(
                new AccountId(id), role.japanese(), id + "@people.example", Set.of(role), Optional.empty()));
    }

    private Account open(Account account) {
        desk.open(account, PASSWORD);
        return account;
    }
}
