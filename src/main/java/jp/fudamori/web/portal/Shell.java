package jp.fudamori.web.portal;

import java.util.LinkedHashMap;
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

    /** The pages above a step: the menu for a clinic, none for the office. */
    public Map<String, String> wayToSteps() {
        var way = new LinkedHashMap<String, String>();
        if (clinic()) {
            way.put("オンライン資格確認・オンライン請求", "/menu");
            way.put("各種申請", "/menu/applications");
        }
        return way;
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
