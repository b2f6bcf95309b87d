/** The pages on which the office tells everybody something, and those on which staff write them. */
@NullMarked
package jp.fudamori.web.announcement;

import org.jspecify.annotations.NullMarked;
