package jp.fudamori.ca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.fudamori.ca.PublishedLists.Part;
import jp.fudamori.ca.RevocationListWriter.Edition;
import jp.fudamori.ca.RevocationListWriter.Frame;
import jp.fudamori.common.DomainService;

/**
 * The revocation lists of every generation: 64 lists that each certificate names one of, and one of all. They are made
 * when {@link #publish} is called; whoever fetches one gets what lies ready.
 */
@DomainService
public class RevocationLists {

    private static final Duration VALIDITY = Duration.ofHours(96);

    /** Three nights may fail before a relying party runs dry. */
    static final Duration RENEWED_AFTER = Duration.ofHours(24);

    /** Shards in memory at once. */
    private static final int AT_A_TIME = 4;

    /** How much the clocks of two nodes may differ. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Issuers issuers;
    private final PublishedLists stored;
    private final AuthoritySettings settings;
    private final Clock clock;

    RevocationLists(Issuers issuers, PublishedLists stored, AuthoritySettings settings, Clock clock) {
        this.issuers = issuers;
        this.stored = stored;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Names of all generations, the one that signs and those before and above it; empty where the keystore could not be
     * opened since the start.
     */
    public List<String> generations() {
        return issuers.all().stream().map(Issuer::name).toList();
    }

    /**
     * Says that a revocation of this transaction wants to be told by a publication that begins or ends after
     * {@link #closeGathering}; who finds afterwards that one is under way may leave it to that one.
     */
    public void joinGathering() {
        stored.joinGathering();
    }

    /**
     * Waits until everything is committed that counts on a publication; nobody joins one until the transaction ends.
     */
    public void closeGathering() {
        stored.closeGathering();
    }

    /**
     * Makes those lists of a generation that are a day old, or do not tell every revocation yet; valid for 96 hours. A
     * generation whose key is not at hand has the list that the key ceremony left beside the keystore, if it did.
     *
     * @return false if there is neither key nor list: nothing was made
     */
    public boolean publish(String generation) {
        var issuer = issuers.named(generation);
        if (issuer.canSign()) {
            sign(issuer);
            return true;
        }
        return fromFile(generation).isPresent();
    }

    /** Returns whether the lists of a generation tell every revocation, and none is a day old. */
    public boolean isPublished(String generation) {
        var issuer = issuers.named(generation);
        if (!issuer.canSign() && fromFile(generation).isPresent()) {
            return true;
        }
        var oldest = stored.oldest(generation, 1 + shards(issuer));
        return !stored.hasUnpublished(generation) && clock.instant().isBefore(oldest.plus(RENEWED_AFTER));
    }

    private void sign(Issuer issuer) {
        stored.lock(issuer.name());
        var changed = stored.takeUnpublished(issuer.name());
        var due = IntStream.range(0, shards(issuer))
                .filter(shard -> changed.contains(shard) || isStale(issuer, shard))
                .boxed()
                .toList();
        for (int first = 0; first < due.size(); first += AT_A_TIME) {
            renew(issuer, due.subList(first, Math.min(first + AT_A_TIME, due.size())));
        }
        if (!due.isEmpty() || isStale(issuer, PublishedLists.ALL)) {
            signAll(issuer);
            stored.dropOld(issuer.name());
        }
    }

    /** What a root vouches for is few, and names the list of all. */
    static int shards(Issuer issuer) {
        return issuer.isRoot() ? 0 : Serial.SHARDS;
    }

    private boolean isStale(Issuer issuer, int shard) {
        return stored.latest(issuer.name(), shard).filter(this::isFresh).isEmpty();
    }

    /**
     * A list of a shard that is being made.
     *
     * @param entries DER, one after the other
     */
    private record Draft(int shard, Edition edition, byte[] entries) {}

    /** Signing costs as much as reading and storing, and is all that other processors can help with. */
    private void renew(Issuer issuer, List<Integer> shards) {
        var drafts = shards.stream().map(shard -> draft(issuer, shard)).toList();
        var frames = drafts.parallelStream().map(draft -> sign(issuer, draft)).toList();
        for (int i = 0; i < drafts.size(); i++) {
            var draft = drafts.get(i);
            var part = stored.keep(issuer.name(), draft.shard(), draft.entries());
            stored.add(issuer.name(), draft.shard(), draft.edition(), frames.get(i), List.of(part));
        }
    }

    private Draft draft(Issuer issuer, int shard) {
        var last = stored.latest(issuer.name(), shard);
        var listed = last.map(PublishedList::thisUpdate).orElse(Instant.EPOCH);
        return new Draft(shard, edition(last), stored.collect(issuer.name(), shard, listed));
    }

    private Frame sign(Issuer issuer, Draft draft) {
        var scope = settings.publication().scopeOf(issuer.name(), draft.shard());
        var entries = draft.entries();
        return RevocationListWriter.sign(
                issuer, draft.edition(), Optional.of(scope), entries.length, out -> out.write(entries));
    }

    private void signAll(Issuer issuer) {
        var parts = stored.latestParts(issuer.name());
        var edition = edition(stored.latest(issuer.name(), PublishedLists.ALL));
        var length = parts.stream().mapToLong(Part::length).sum();
        var frame = RevocationListWriter.sign(issuer, edition, Optional.empty(), length, out -> {
            for (var part : parts) {
                out.write(stored.entries(part.id()));
            }
        });
        stored.add(issuer.name(), PublishedLists.ALL, edition, frame, parts);
    }

    private Edition edition(Optional<PublishedList> last) {
        return Edition.after(last.map(PublishedList::number).orElse(0L), clock.instant(), VALIDITY);
    }

    /** A list from the future was made by a clock that went wrong: relying parties would refuse it. */
    private boolean isFresh(PublishedList list) {
        var now = clock.instant();
        return now.isBefore(list.thisUpdate().plus(RENEWED_AFTER))
                && !now.isBefore(list.thisUpdate().minus(SKEW));
    }

    /**
     * Returns the list of all certificates of a generation.
     *
     * @param generation e.g. {@code issuing-g1}
     * @return empty if there is no such generation, or none was published yet
     */
    public Optional<PublishedList> find(String generation) {
        return issuers.find(generation)
                .flatMap(issuer -> issuer.canSign()
                        ? stored.latest(generation, PublishedLists.ALL)
                        : fromFile(generation).or(() -> stored.latest(generation, PublishedLists.ALL)));
    }

    /** @param shard 0 to 63; certificates name theirs */
    public Optional<PublishedList> find(String generation, int shard) {
        return issuers.find(generation)
                .filter(issuer -> shard >= 0)
                .flatMap(issuer -> stored.latest(generation, shard));
    }

    private Optional<PublishedList> fromFile(String issuer) {
        try {
            var file = file(issuer);
            return Files.exists(file)
                    ? Optional.of(PublishedList.of(RevocationListWriter.read(Files.readAllBytes(file))))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String issuer) {
        return fileOf(issuer, settings.keystore());
    }

    static Path fileOf(String issuer, Path keystore) {
        return keystore.resolveSibling(issuer + ".crl");
    }
}
