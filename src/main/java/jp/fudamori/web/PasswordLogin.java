package jp.fudamori.web;

import java.util.Optional;
import jp.fudamori.account.Account;
import jp.fudamori.account.LogInDesk;
import jp.fudamori.common.Refusal;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** The log-in page against our accounts: its first step. */
final class PasswordLogin implements AuthenticationProvider {

    private final LogInDesk desk;
    private final Admission admission;

    PasswordLogin(LogInDesk desk, Admission admission) {
        this.desk = desk;
        this.admission = admission;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        return typedRight(desk, typed)
                .map(admission::afterPassword)
                .orElseThrow(() -> new BadCredentialsException("no such account, wrong password, or locked"));
    }

    /** The account whose password this is. */
    static Optional<Account> typedRight(LogInDesk desk, Authentication typed) {
        try {
            return desk.logIn(typed.getName(), typed.getCredentials().toString(), network(typed));
        } catch (Refusal tooMany) {
            throw new LockedException(tooMany.getMessage(), tooMany);
        }
    }

    private static String network(Authentication typed) {
        return typed.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "unknown";
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
