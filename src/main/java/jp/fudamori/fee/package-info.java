/** Fee schedule, consent and ledger. */
@ApplicationModule(allowedDependencies = {"common", "institution", "account", "audit"})
@NullMarked
package jp.fudamori.fee;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
