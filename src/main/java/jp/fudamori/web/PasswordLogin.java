package jp.fudamori.web;

import jp.fudamori.account.Account;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.account.AccountId;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** HTTP Basic against our accounts. */
@Component
class PasswordLogin implements AuthenticationProvider {

    private final AccountDesk desk;

    PasswordLogin(AccountDesk desk) {
        this.desk = desk;
    }

    @Override
    public LoggedIn authenticate(Authentication typed) {
        var password = typed.getCredentials().toString();
        return AccountId.parse(typed.getName())
                .flatMap(id -> desk.authenticate(id, password))
                .map((Account account) -> new LoggedIn(account))
                .orElseThrow(() -> new BadCredentialsException("no such account, wrong password, or locked"));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
