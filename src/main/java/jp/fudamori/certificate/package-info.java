/** Certificates of applications: issue, secrets, download. */
@ApplicationModule(allowedDependencies = {"common", "ca", "institution", "account", "application", "audit"})
@NullMarked
package jp.fudamori.certificate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
