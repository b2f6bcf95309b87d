package jp.fudamori.announcement;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an announcement says, to whom it matters how much, and when it stands on the portal.
 *
 * @param title one line of 1 to 100 characters
 * @param body 1 to 10,000 characters of {@link Markup}
 * @param importance ★, 1 to 5
 * @param urgent whether it is headed 【重要】 and stands first
 * @param from first day, Asia/Tokyo
 * @param until last day, inclusive; empty where it stands until it is withdrawn
 */
public record Wording(
        String title, String body, int importance, boolean urgent, LocalDate from, Optional<LocalDate> until) {

    /** A part of a wording that can be wrong. */
    public enum Part {
        TITLE,
        BODY,
        IMPORTANCE,
        UNTIL
    }

    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_BODY = 10_000;

    /** Control characters, and those that turn the direction of the text or cannot be seen. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029&&[^\\n]]");

    public Wording {
        title = title.strip();
        body = body.replace("\r\n", "\n").strip();
        var wrong = wrong(title, body, importance, from, until);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("not an announcement: " + wrong);
        }
    }

    /**
     * Returns what keeps these from being a wording, a sentence in Japanese for each part; empty where nothing does.
     */
    public static Map<Part, String> wrong(
            String title, String body, int importance, LocalDate from, Optional<LocalDate> until) {
        var wrong = new EnumMap<Part, String>(Part.class);
        check(wrong, Part.TITLE, "件名", title.strip(), LONGEST_TITLE);
        check(wrong, Part.BODY, "本文", body.replace("\r\n", "\n").strip(), LONGEST_BODY);
        if (title.strip().contains("\n")) {
            wrong.put(Part.TITLE, "件名は1行で入力してください。");
        }
        if (importance < 1 || importance > 5) {
            wrong.put(Part.IMPORTANCE, "重要度を選んでください。");
        }
        if (until.filter(from::isAfter).isPresent()) {
            wrong.put(Part.UNTIL, "掲載の終わりは、掲載の始まりより後の日にしてください。");
        }
        return wrong;
    }

    private static void check(Map<Part, String> wrong, Part part, String label, String text, int longest) {
        if (text.isEmpty()) {
            wrong.put(part, label + "を入力してください。");
        } else if (text.codePointCount(0, text.length()) > longest) {
            wrong.put(part, "%sは%,d文字以内で入力してください。".formatted(label, longest));
        } else if (UNPRINTABLE.matcher(text).find()) {
            wrong.put(part, label + "に使えない文字（制御文字など）が含まれています。");
        }
    }
}
