package jp.fudamori.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import jp.fudamori.ca.ListMaking;

/** Makes revocation lists in a JVM of its own, so that its memory is that of nothing else. */
final class ListRun {

    /** A small nursery: what is left behind is collected soon, so that the peak shows what is held. */
    static final String[] MACHINE = {"-Xmx1g", "-Xmn24m", "-XX:+UseSerialGC", "-Duser.timezone=Asia/Tokyo"};

    private static final int WARM_UP = 3;
    private static final int ROUNDS = 5;

    /**
     * @param who {@code ours}, {@code one-more} or {@code bouncy-castle}
     * @param databaseUrl of a database that {@link ListMaking#fill} has filled
     */
    record Order(String who, int entries, String databaseUrl) {}

    /**
     * @param millis median of five
     * @param heap the most bytes in use at any time
     */
    record Result(double millis, long heap) {}

    private ListRun() {}

    /** Takes the file of an {@link Order}, and the name of the file for the {@link Result}. */
    public static void main(String[] arguments) throws IOException {
        Logs.quiet();
        var order = Json.read(Files.readString(Path.of(arguments[0])), Order.class);
        Files.writeString(Path.of(arguments[1]), Json.write(measure(work(order))));
        System.exit(0);
    }

    private static Runnable work(Order order) {
        var lists = new ListMaking();
        return switch (order.who()) {
            case "ours" -> lists.ours(order.databaseUrl());
            case "one-more" -> lists.oneMore(order.databaseUrl());
            default -> lists.bouncyCastle(order.entries());
        };
    }

    private static Result measure(Runnable work) {
        for (int round = 0; round < WARM_UP; round++) {
            work.run();
        }
        System.gc();
        var pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
        var millis = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            var begin = System.nanoTime();
            work.run();
            millis.add((System.nanoTime() - begin) / 1e6);
        }
        var heap =
                pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        return new Result(Durations.ofMillis(millis).percentile(0.5), heap);
    }
}
