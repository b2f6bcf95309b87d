package jp.fudamori.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import jp.fudamori.account.Account;
import jp.fudamori.account.LogInDesk;
import jp.fudamori.account.PasswordDesk;
import jp.fudamori.account.SecondFactorDesk;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

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
                .filter(account -> isEnough(account, typed))
                .map((Account account) -> new LoggedIn(account))
                .orElseThrow(() -> new BadCredentialsException("no such account, wrong password, locked, or not here"));
    }

    private boolean isEnough(Account account, Authentication typed) {
        var needsCode = secondFactor.isMandatory(account) || secondFactor.isEnrolled(account.id());
        return !passwords.mustChoose(account.id()) && (!needsCode || isNear(typed));
    }

    private boolean isNear(Authentication typed) {
        return typed.getDetails() instanceof Caller caller && networks.include(caller);
    }

    /** Where a request came from, both by its headers and by its connection. */
    static final class Caller extends WebAuthenticationDetails {

        private final String peer;

        Caller(HttpServletRequest request) {
            super(request);
            peer = DownloadGate.peer(request);
        }

        String peer() {
            return peer;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Caller that && super.equals(other) && peer.equals(that.peer);
        }

        @Override
        public int hashCode() {
            return Objects.hash(super.hashCode(), peer);
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
