package jp.fudamori.account;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
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
    private static final Pattern OURS =
            Pattern.compile("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");

    private final String nobodys = argon2.encode(UUID.randomUUID().toString());
    private final AtomicLong computed = new AtomicLong();

    /** Returns a PHC string, e.g. {@code $argon2id$v=19$m=19456,t=2,p=1$...}. */
    String of(CharSequence password) {
        computed.incrementAndGet();
        return argon2.encode(password);
    }

    /** Compares at the same cost whether there is a hash to compare with or not; without one nothing matches. */
    boolean matches(CharSequence password, Optional<String> hash) {
        computed.incrementAndGet();
        return argon2.matches(password, hash.orElse(nobodys)) && hash.isPresent();
    }

    /** A hash that no password has, for accounts whose owner sets the first one by mail. */
    String ofNobody() {
        return nobodys;
    }

    /** Whether a hash from another system is one of ours, parameters and all: another one would cost another time. */
    static boolean isOne(String text) {
        return OURS.matcher(text).matches();
    }

    /** How many hashes have been computed since the start; by it tests see that two ways cost the same. */
    long computed() {
        return computed.get();
    }
}
