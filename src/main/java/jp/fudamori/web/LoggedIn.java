package jp.fudamori.web;

import java.util.Objects;
import jp.fudamori.account.Account;
import jp.fudamori.account.Role;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Somebody who has shown who they are; controllers take the account from here. */
public final class LoggedIn extends AbstractAuthenticationToken {

    private final transient Account account;

    LoggedIn(Account account) {
        super(account.roles().stream().map(LoggedIn::authority).toList());
        this.account = account;
        setAuthenticated(true);
    }

    static SimpleGrantedAuthority authority(Role role) {
        return new SimpleGrantedAuthority(role.name());
    }

    public Account account() {
        return account;
    }

    @Override
    public Object getPrincipal() {
        return account;
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
        return other instanceof LoggedIn that && account.equals(that.account);
    }

    @Override
    public int hashCode() {
        return Objects.hash(account);
    }
}
