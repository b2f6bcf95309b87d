/** Decisions of {@code bpmn/*.dmn} as the domain asks for them. */
@NullMarked
package jp.fudamori.process.decision;

import org.jspecify.annotations.NullMarked;
