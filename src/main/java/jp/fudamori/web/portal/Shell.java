package jp.fudamori.web.portal;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.fudamori.account.Account;
import jp.fudamori.account.Role;
import jp.fudamori.paper.Office;
import org.jspecify.annotations.Nullable;

/** What every page shows around its content. */
public record Shell(Optional<Account> account, Office office) {

    public boolean signedIn() {
        return account.isPresent();
    }

    public boolean clinic() {
        return account.filter(who -> who.roles().contains(Role.CLINIC)).isPresent();
    }

    /** Whether who is logged in has one of these roles. */
    public boolean any(String... roles) {
        return account.filter(who -> Stream.of(roles).map(Role::valueOf).anyMatch(who.roles()::contains))
                .isPresent();
    }

    /** The name of who is logged in, empty for nobody. */
    public String name() {
        return account.map(Account::name).orElse("");
    }

    /** The ids of what explains a field, for {@code aria-describedby}; null where nothing does. */
    public @Nullable String describedBy(String key, @Nullable String hint, Map<String, String> errors) {
        var ids = (hint == null || hint.isEmpty() ? "" : key + "-hint ")
                + (errors.containsKey(key) ? key + "-error" : "");
        return ids.isEmpty() ? null : ids.strip();
    }
}
