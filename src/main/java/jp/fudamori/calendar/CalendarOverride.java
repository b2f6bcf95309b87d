package jp.fudamori.calendar;

import java.time.LocalDate;

/**
 * A day on which the office decided otherwise than the calculated calendar: a new special law, an equinox that the 官報
 * puts on another day, a closure of the office itself.
 *
 * @param day 1980 to 2099
 * @param open whether the office is open on that day
 * @param name Japanese name, 1 to 50 characters without control characters, e.g. {@code 臨時休業日}
 */
public record CalendarOverride(LocalDate day, boolean open, String name) {

    public CalendarOverride {
        OfficeDays.position(day);
        if (name.isBlank() || name.length() > 50 || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("not a name of 1 to 50 characters: " + name);
        }
    }
}
