/** Consent, ledger and monthly statements of fees. */
@ApplicationModule(allowedDependencies = {"common", "calendar", "institution", "account", "paper", "sheet", "audit"})
@NullMarked
package jp.fudamori.fee;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
