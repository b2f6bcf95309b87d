/** Named rules, each with its source, for what the authority is about to sign; reads the bytes, trusts no builder. */
@NullMarked
package jp.fudamori.ca.lint;

import org.jspecify.annotations.NullMarked;
