/** Steps and names of {@code bpmn/account-opening.bpmn}. */
@NullMarked
package jp.fudamori.process.account;

import org.jspecify.annotations.NullMarked;
