package jp.fudamori.web;

import jakarta.servlet.http.HttpServletRequest;
import jp.fudamori.account.Account;
import jp.fudamori.account.LogInDesk;
import jp.fudamori.account.PasswordDesk;
import jp.fudamori.account.SecondFactorDesk;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * HTTP Basic against our accounts. It cannot ask for a code; so whoever has or needs a second factor comes in by it
 * from the {@link BasicNetworks} only, and nobody whose password is another's choice.
 */
@Component
class BasicLogin implements AuthenticationProvider {

    private final LogInDesk desk;
    private final SecondFactorDesk secondFactor;
    private final PasswordDesk passwords;
    private final BasicNetworks networks;

    BasicLogin(LogInDesk desk, SecondFactorDesk secondFactor, PasswordDesk passwords, BasicNetworks networks) {
        this.desk = desk;
        this.secondFactor = secondFactor;
        this.passwords = passwords;
        this.networks = networks;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        return PasswordLogin.typedRight(desk, typed)
                .filter(this::isEnough)
                .map((Account account) -> new LoggedIn(account))
                .orElseThrow(() -> new BadCredentialsException("no such account, wrong password, locked, or not here"));
    }

    private boolean isEnough(Account account) {
        var needsCode = secondFactor.isMandatory(account) || secondFactor.isEnrolled(account.id());
        return !passwords.mustChoose(account.id()) && (!needsCode || networks.include(request()));
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
