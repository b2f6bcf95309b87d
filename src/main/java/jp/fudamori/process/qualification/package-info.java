/** Steps of {@code bpmn/qualification-application.bpmn}. */
@NullMarked
package jp.fudamori.process.qualification;

import org.jspecify.annotations.NullMarked;
