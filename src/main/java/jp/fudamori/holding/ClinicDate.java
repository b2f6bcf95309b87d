package jp.fudamori.holding;

import java.time.LocalDate;
import java.util.List;

/**
 * A day that a clinic wants in its calendar.
 *
 * @param id the same as long as it is about the same thing, ASCII; a date that moves is still the same entry
 * @param day Asia/Tokyo
 * @param alarms how many days before, at nine in the morning, the calendar shall remind
 */
record ClinicDate(String id, LocalDate day, String title, String description, List<Integer> alarms) {}
