/** Papers as PDF: typeface, typesetting, a sheet of A4, letterhead and address window. */
@ApplicationModule(allowedDependencies = {"common"})
@NullMarked
package jp.fudamori.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
