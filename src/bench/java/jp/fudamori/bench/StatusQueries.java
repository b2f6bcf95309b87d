package jp.fudamori.bench;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code GET /api/applications/{number}} by staff who have logged in, each time for another application. */
final class StatusQueries {

    private final Staff staff;

    StatusQueries(Staff staff) {
        this.staff = staff;
    }

    record Result(Durations durations, double perSecond) {}

    Result run(int queries, List<String> numbers) {
        var left = new AtomicInteger(queries);
        Queue<Double> millis = new ConcurrentLinkedQueue<>();
        var begin = System.nanoTime();
        Clients.run(client -> {
            var desk = staff.reviewer(client);
            while (left.getAndDecrement() > 0) {
                var number = numbers.get(ThreadLocalRandom.current().nextInt(numbers.size()));
                var asked = System.nanoTime();
                var answer = desk.get("/api/applications/" + number);
                millis.add((System.nanoTime() - asked) / 1e6);
                if (!answer.contains(number)) {
                    throw new IllegalStateException("not the status of " + number + ": " + answer);
                }
            }
        });
        return new Result(Durations.ofMillis(millis), queries / ((System.nanoTime() - begin) / 1e9));
    }
}
