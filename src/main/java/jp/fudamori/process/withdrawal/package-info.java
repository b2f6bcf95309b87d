/** Steps and names of {@code bpmn/qualification-withdrawal.bpmn}. */
@NullMarked
package jp.fudamori.process.withdrawal;

import org.jspecify.annotations.NullMarked;
