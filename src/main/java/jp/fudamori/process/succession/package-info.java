/** Steps and names of {@code bpmn/institution-succession.bpmn}. */
@NullMarked
package jp.fudamori.process.succession;

import org.jspecify.annotations.NullMarked;
