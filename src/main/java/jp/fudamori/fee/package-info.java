/** Fee schedule, consent and ledger. */
@ApplicationModule(allowedDependencies = {"common", "institution", "account", "paper", "audit"})
@NullMarked
package jp.fudamori.fee;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
