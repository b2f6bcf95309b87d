package jp.fudamori.web;

import java.util.List;
import java.util.Objects;
import jp.fudamori.account.Account;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Somebody who has shown the password, but has more to do before they are {@link LoggedIn}; no role goes with it. */
public final class PasswordShown extends AbstractAuthenticationToken {

    static final String AUTHORITY = "PASSWORD_SHOWN";

    private final transient Account account;
    private final boolean codeShown;

    PasswordShown(Account account, boolean codeShown) {
        super(List.of(new SimpleGrantedAuthority(AUTHORITY)));
        this.account = account;
        this.codeShown = codeShown;
        setAuthenticated(true);
    }

    public Account account() {
        return account;
    }

    /** Whether the second factor has been shown as well. */
    boolean codeShown() {
        return codeShown;
    }

    @Override
    public Object getPrincipal() {
        return account.id();
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return account.id().value();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PasswordShown that && account.equals(that.account) && codeShown == that.codeShown;
    }

    @Override
    public int hashCode() {
        return Objects.hash(account, codeShown);
    }
}
