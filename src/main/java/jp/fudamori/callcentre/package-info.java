/** Calls of clinics, during which the call centre acts for them. */
@ApplicationModule(allowedDependencies = {"common", "institution", "account", "audit"})
@NullMarked
package jp.fudamori.callcentre;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
