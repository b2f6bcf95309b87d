package jp.fudamori.ca;

import java.io.IOException;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.login.LoginException;

/** A PKCS#11 token, reached through the JDK's SunPKCS11; its keys never leave it. */
final class TokenVault implements Vault {

    private final Path configuration;
    private final char[] pin;
    private final AuthProvider provider;
    private final AtomicLong failures = new AtomicLong();

    /** @param configuration of SunPKCS11: {@code name}, {@code library} and {@code slot} of the token */
    TokenVault(Path configuration, char[] pin) {
        this.configuration = configuration;
        this.pin = pin.clone();
        this.provider = (AuthProvider) Security.getProvider("SunPKCS11").configure(configuration.toString());
    }

    @Override
    public KeyStore open() {
        try {
            var keystore = KeyStore.getInstance("PKCS11", provider);
            keystore.load(null, pin);
            return keystore;
        } catch (IOException | GeneralSecurityException | ProviderException e) {
            failed();
            throw new IllegalStateException("cannot open the token of " + configuration, e);
        }
    }

    /** Next time everybody asks the token anew, with a new session. */
    private void failed() {
        failures.incrementAndGet();
        try {
            provider.logout();
        } catch (LoginException | ProviderException e) {
            // it was not logged in, or it is not there: just as well
            failures.incrementAndGet();
        }
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public char[] password() {
        return pin.clone();
    }

    @Override
    public Object state() {
        return failures.get();
    }

    @Override
    public KeyPair generate(KeyAlgorithm algorithm) {
        open();
        try {
            var generator = KeyPairGenerator.getInstance(algorithm.family(), provider);
            generator.initialize(algorithm.parameters());
            return generator.generateKeyPair();
        } catch (GeneralSecurityException | ProviderException e) {
            throw new IllegalStateException("the token makes no key " + algorithm, e);
        }
    }

    @Override
    public void keep(String name, KeyPair pair, List<X509Certificate> chain) {
        try {
            open().setKeyEntry(name, pair.getPrivate(), pin, chain.toArray(Certificate[]::new));
        } catch (GeneralSecurityException | ProviderException e) {
            throw new IllegalStateException("the token does not keep " + name, e);
        }
    }

    @Override
    public SigningKey signer(PrivateKey key, KeyAlgorithm algorithm) {
        return content -> {
            try {
                return algorithm.signWith(provider, key, content);
            } catch (GeneralSecurityException | ProviderException e) {
                failed();
                throw new IllegalStateException("the token of " + configuration + " does not sign", e);
            }
        };
    }
}
