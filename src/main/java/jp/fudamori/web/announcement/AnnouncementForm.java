package jp.fudamori.web.announcement;

import static jp.fudamori.announcement.Wording.Part.UNTIL;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.fudamori.announcement.Announcement;
import jp.fudamori.announcement.Wording;

/**
 * The form of an announcement as it was sent: what was typed, what is wrong with it, and what it means if nothing is.
 */
record AnnouncementForm(Map<String, String> values) {

    private static final String FROM = "from";

    AnnouncementForm {
        values = Map.copyOf(values);
    }

    static AnnouncementForm empty(LocalDate today) {
        return new AnnouncementForm(Map.of("importance", "3", FROM, today.toString()));
    }

    static AnnouncementForm of(Announcement announcement) {
        var wording = announcement.wording();
        return new AnnouncementForm(Map.of(
                "title",
                wording.title(),
                "body",
                wording.body(),
                "importance",
                String.valueOf(wording.importance()),
                "urgent",
                String.valueOf(wording.urgent()),
                FROM,
                wording.from().toString(),
                "until",
                wording.until().map(LocalDate::toString).orElse(""),
                "revision",
                String.valueOf(announcement.revision())));
    }

    /** Field to a sentence in Japanese, in the order of the form. */
    Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        var from = day(FROM);
        new TreeMap<>(Wording.wrong(
                        text("title"), text("body"), importance(), from.orElse(LocalDate.MIN), day("until")))
                .forEach((part, wrong) -> errors.put(part.name().toLowerCase(Locale.ROOT), wrong));
        if (from.isEmpty()) {
            errors.put(FROM, "掲載の始まりを、正しい日付で入力してください。");
        }
        if (day("until").isEmpty() && !text("until").isBlank()) {
            errors.put(UNTIL.name().toLowerCase(Locale.ROOT), "掲載の終わりを、正しい日付で入力してください。");
        }
        return errors;
    }

    /** Only where there are no errors. */
    Wording wording() {
        return new Wording(
                text("title"),
                text("body"),
                importance(),
                Boolean.parseBoolean(text("urgent")),
                day(FROM).orElseThrow(),
                day("until"));
    }

    /** The revision that the form was filled from; 0 where it says none. */
    int revision() {
        return number("revision");
    }

    private int importance() {
        return number("importance");
    }

    private int number(String field) {
        return text(field).matches("[0-9]{1,9}") ? Integer.parseInt(text(field)) : 0;
    }

    private Optional<LocalDate> day(String field) {
        try {
            return Optional.of(LocalDate.parse(text(field)))
                    .filter(day -> day.getYear() >= 1900 && day.getYear() < 2100);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private String text(String field) {
        return values.getOrDefault(field, "");
    }
}
