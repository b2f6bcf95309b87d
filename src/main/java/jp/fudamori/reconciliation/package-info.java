/** Holds certificates and fees against each other. Changes nothing. */
@ApplicationModule(allowedDependencies = {"common", "application", "certificate", "fee", "sheet"})
@NullMarked
package jp.fudamori.reconciliation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
