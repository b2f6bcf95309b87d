/** Steps and names of {@code bpmn/application-cancellation.bpmn}. */
@NullMarked
package jp.fudamori.process.cancellation;

import org.jspecify.annotations.NullMarked;
