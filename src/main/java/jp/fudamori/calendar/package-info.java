/** Business days of Japan. */
@ApplicationModule(allowedDependencies = {"common", "audit"})
@NullMarked
package jp.fudamori.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
