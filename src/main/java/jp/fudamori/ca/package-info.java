/** The certificate authority: profiles, vetting, signing, revocation lists. Knows X.509, not medicine. */
@ApplicationModule(allowedDependencies = {"common"})
@NullMarked
package jp.fudamori.ca;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
