/** Who did what, when and with which result: append-only and hash-chained. */
@ApplicationModule(allowedDependencies = {"common"})
@NullMarked
package jp.fudamori.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
