/** The pages on which a clinic sees how far its applications are, and what it has from us. */
@NullMarked
package jp.fudamori.web.status;

import org.jspecify.annotations.NullMarked;
