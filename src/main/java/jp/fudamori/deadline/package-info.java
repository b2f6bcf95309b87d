/** 期限の再計算: what the office promised, counted again after the calendar has changed. */
@ApplicationModule(allowedDependencies = {"common", "institution", "account", "calendar", "audit"})
@NullMarked
package jp.fudamori.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
