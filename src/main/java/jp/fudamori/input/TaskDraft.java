package jp.fudamori.input;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * 下書き: what was typed in the form of a step so far, right or wrong.
 *
 * @param fields field to text as typed; at most 60 of them, names of 1 to 60 characters, 20,000 characters in all
 */
public record TaskDraft(Map<String, String> fields, Instant savedAt) {

    static final int MOST_FIELDS = 60;
    static final int LONGEST_NAME = 60;
    static final int LONGEST = 20_000;

    public TaskDraft {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** Returns what of it can be kept: too much is no draft of any form of ours. */
    static boolean fits(Map<String, String> fields) {
        return fields.size() <= MOST_FIELDS
                && fields.keySet().stream().allMatch(name -> !name.isEmpty() && name.length() <= LONGEST_NAME)
                && fields.values().stream().mapToInt(String::length).sum() <= LONGEST;
    }
}
