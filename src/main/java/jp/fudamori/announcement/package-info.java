/** What the office tells everybody: announcements, and articles that explain a procedure. */
@ApplicationModule(allowedDependencies = {"common", "account", "audit"})
@NullMarked
package jp.fudamori.announcement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
