/** The rules that a {@code .form} file declares, enforced on the server. */
@NullMarked
package jp.fudamori.process.form;

import org.jspecify.annotations.NullMarked;
