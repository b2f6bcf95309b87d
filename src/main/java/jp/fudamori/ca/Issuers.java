package jp.fudamori.ca;

import java.security.KeyStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** All generations of the authority, side by side; on each day one of them signs certificates. */
final class Issuers {

    private final Supplier<Map<String, Issuer>> generations;
    private final Schedule schedule;
    private final Clock clock;

    /**
     * @throws IllegalArgumentException if the generation that signs today is known not to have a key; a keystore that
     *     cannot be opened at all may come back
     */
    Issuers(Supplier<Map<String, Issuer>> generations, Schedule schedule, Clock clock) {
        this.generations = generations;
        this.schedule = schedule;
        this.clock = clock;
        var byName = generations.get();
        if (!byName.isEmpty() && find(signingName()).filter(Issuer::canSign).isEmpty()) {
            throw new IllegalArgumentException("fudamori.ca.issuing names %s, but the keystore has keys of %s only"
                    .formatted(signingName(), keysOf(byName)));
        }
    }

    private static List<String> keysOf(Map<String, Issuer> byName) {
        return byName.values().stream()
                .filter(Issuer::canSign)
                .map(Issuer::name)
                .sorted()
                .toList();
    }

    /** Generations that were read once and do not change. */
    static Issuers in(KeyStore keystore, char[] password, String signing) {
        var byName = Generations.read(keystore, password, (key, algorithm) -> content -> algorithm.sign(key, content));
        return new Issuers(() -> byName, Schedule.parse(List.of(signing)), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    /** Who signs today, whether its key is at hand or not. */
    String signingName() {
        return schedule.signingOn(LocalDate.now(clock));
    }

    /**
     * The generation that signs certificates today.
     *
     * @throws IllegalStateException if it was never seen, because the keystore could not be opened since the start
     */
    Issuer signing() {
        return named(signingName());
    }

    Optional<Schedule.Takeover> nextTakeover() {
        return schedule.nextAfter(LocalDate.now(clock));
    }

    Optional<Issuer> find(String name) {
        return Optional.ofNullable(generations.get().get(name));
    }

    Issuer named(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalStateException("no such generation, or its key is not at hand: " + name));
    }

    /** All of them, in the order of their names. */
    List<Issuer> all() {
        return generations.get().values().stream()
                .sorted(Comparator.comparing(Issuer::name))
                .toList();
    }
}
