package jp.fudamori.account;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Opens the account {@code admin} on the first start, because every other account is opened by an administrator. */
@Component
class FirstAdministrator implements SmartInitializingSingleton {

    private static final String PROPERTY = "fudamori.account.administrator-password";

    private final AccountDesk desk;
    private final @Nullable String password;

    FirstAdministrator(AccountDesk desk, @Value("${" + PROPERTY + ":#{null}}") @Nullable String password) {
        this.desk = desk;
        this.password = password;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (desk.inRole(Role.ADMINISTRATOR).isEmpty()) {
            desk.open(administrator(), password());
        }
    }

    private static Account administrator() {
        return new Account(
                new AccountId("admin"), "システム管理者", "admin@localhost", Set.of(Role.ADMINISTRATOR), Optional.empty());
    }

    private String password() {
        if (password == null) {
            throw new IllegalStateException("there is no administrator yet, and no password for the first one: set "
                    + PROPERTY + " (environment FUDAMORI_ACCOUNT_ADMINISTRATORPASSWORD, or a file of that name)");
        }
        return password;
    }
}
