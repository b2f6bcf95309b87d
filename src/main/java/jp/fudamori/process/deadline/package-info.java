/** Steps of {@code bpmn/deadline-recount.bpmn}. */
@NullMarked
package jp.fudamori.process.deadline;

import org.jspecify.annotations.NullMarked;
