/** Accounts of clinics and staff, their roles and passwords. */
@ApplicationModule(allowedDependencies = {"common", "institution", "audit", "sheet"})
@NullMarked
package jp.fudamori.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
