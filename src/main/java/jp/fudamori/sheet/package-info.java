/** Tables that people hand in and take away as CSV: read with one strictness, refused in Japanese by row and column. */
@ApplicationModule(allowedDependencies = {"common"})
@NullMarked
package jp.fudamori.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
