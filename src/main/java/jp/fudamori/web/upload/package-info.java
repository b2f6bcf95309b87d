/** Pages on which staff hand in files. */
@NullMarked
package jp.fudamori.web.upload;

import org.jspecify.annotations.NullMarked;
