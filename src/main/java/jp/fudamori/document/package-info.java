/** The office's own documents as PDF: CP/CPS and the guide for applicants. */
@ApplicationModule(allowedDependencies = {"common", "paper"})
@NullMarked
package jp.fudamori.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
