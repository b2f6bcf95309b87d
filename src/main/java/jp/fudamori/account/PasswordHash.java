package jp.fudamori.account;

import java.util.Optional;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id with 19 MiB, 2 passes, 1 lane, 16 bytes of salt and 32 of hash [SOURCES: argon2-parameters]. */
@Component
class PasswordHash {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final String nobodys = argon2.encode("nobody has this password");

    /** Returns a PHC string, e.g. {@code $argon2id$v=19$m=19456,t=2,p=1$...}. */
    String of(CharSequence password) {
        return argon2.encode(password);
    }

    /** Compares at the same cost whether there is a hash to compare with or not; without one nothing matches. */
    boolean matches(CharSequence password, Optional<String> hash) {
        return argon2.matches(password, hash.orElse(nobodys)) && hash.isPresent();
    }
}
