package jp.fudamori.walk;

import java.util.List;
import java.util.Random;
import jp.fudamori.account.AccountId;

/** Chance, the same again for the same seed. */
final class Dice {

    static final List<AccountId> OFFICERS =
            List.of(new AccountId("officer-a"), new AccountId("officer-b"), new AccountId("officer-c"));

    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    <T> T of(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    AccountId officer() {
        return of(OFFICERS);
    }
}
