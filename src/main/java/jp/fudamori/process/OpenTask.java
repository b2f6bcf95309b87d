package jp.fudamori.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A step that waits for somebody.
 *
 * @param key its name in the model, e.g. {@code enterApplication}
 * @param process id of the model
 * @param number 受付番号 of the case, once it has one
 * @param due last day, inclusive, Asia/Tokyo
 */
public record OpenTask(
        String id,
        String key,
        String name,
        String process,
        String processName,
        Optional<String> number,
        Instant since,
        Optional<LocalDate> due) {}
