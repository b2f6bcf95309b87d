/** Certificate applications, from draft to decision. */
@ApplicationModule(
        allowedDependencies = {"common", "institution", "account", "callcentre", "fee", "calendar", "deadline", "audit"
        })
@NullMarked
package jp.fudamori.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
