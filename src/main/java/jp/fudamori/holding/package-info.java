/** What a clinic has from us: its certificates, labels for its terminals, and its dates. */
@ApplicationModule(
        allowedDependencies = {"common", "institution", "account", "application", "certificate", "paper", "audit"})
@NullMarked
package jp.fudamori.holding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
