package jp.fudamori;

import java.util.concurrent.atomic.AtomicLong;
import jp.fudamori.notice.TrackingNumber;

/** Registered mail of tests: each item has a number that no other test of this run uses. */
public final class TrackingNumbers {

    private static final AtomicLong ITEMS = new AtomicLong(3191234567L);

    private TrackingNumbers() {}

    /** The number of a new item, its check digit the first ten digits modulo 7. */
    public static TrackingNumber next() {
        var item = ITEMS.getAndIncrement();
        return TrackingNumber.parse("%d%d".formatted(item, item % 7));
    }
}
