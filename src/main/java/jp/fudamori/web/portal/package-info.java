/** The pages that clinics use: how they look, the menu, their tasks. */
@NullMarked
package jp.fudamori.web.portal;

import org.jspecify.annotations.NullMarked;
