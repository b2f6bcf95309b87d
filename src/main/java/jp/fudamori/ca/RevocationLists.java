package jp.fudamori.ca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import jp.fudamori.common.DomainService;

/** Keeps a revocation list of every generation that is never older than a day. */
@DomainService
public class RevocationLists {

    private static final Duration VALIDITY = Duration.ofHours(96);

    private final Issuers issuers;
    private final StoredRevocationLists stored;
    private final Path keystore;
    private final Clock clock;

    RevocationLists(Issuers issuers, StoredRevocationLists stored, AuthoritySettings settings, Clock clock) {
        this.issuers = issuers;
        this.stored = stored;
        this.keystore = settings.keystore();
        this.clock = clock;
    }

    /**
     * Returns the list to publish now, signed anew if the last one is 24 hours old; valid for 96 hours. For a
     * generation whose key is not at hand it is the file {@code <issuer>.crl} that the key ceremony left beside the
     * keystore.
     *
     * @param issuer name of a generation, e.g. {@code issuing-g1}
     * @return empty if there is no such generation, or no file for one that cannot sign
     */
    public Optional<RevocationList> current(String issuer) {
        return issuers.find(issuer).flatMap(found -> found.canSign() ? Optional.of(signed(found)) : fromFile(found));
    }

    private RevocationList signed(Issuer issuer) {
        return fresh(issuer).orElseGet(() -> {
            stored.lock(issuer.name());
            return fresh(issuer).orElseGet(() -> renew(issuer));
        });
    }

    private Optional<RevocationList> fresh(Issuer issuer) {
        return stored.latest(issuer.name()).filter(list -> list.isFresh(clock.instant()));
    }

    private RevocationList renew(Issuer issuer) {
        var last = stored.latest(issuer.name()).map(RevocationList::number).orElse(0L);
        var list = RevocationListWriter.write(issuer, last, clock.instant(), VALIDITY);
        stored.store(issuer.name(), list);
        return list;
    }

    private Optional<RevocationList> fromFile(Issuer issuer) {
        var file = fileOf(issuer.name(), keystore);
        try {
            return Files.exists(file)
                    ? Optional.of(RevocationListWriter.read(Files.readAllBytes(file)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path fileOf(String issuer, Path keystore) {
        return keystore.resolveSibling(issuer + ".crl");
    }
}
