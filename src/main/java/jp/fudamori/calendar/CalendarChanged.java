package jp.fudamori.calendar;

import java.time.LocalDate;

/** The office decided otherwise about a day, or took such a decision back. Deadlines already promised stay. */
public record CalendarChanged(LocalDate day) {}
