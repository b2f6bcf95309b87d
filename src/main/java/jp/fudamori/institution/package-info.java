/** Medical institutions: their codes, the registry they are looked up in, and their 利用申請. */
@ApplicationModule(allowedDependencies = {"common", "sheet", "audit"})
@NullMarked
package jp.fudamori.institution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
