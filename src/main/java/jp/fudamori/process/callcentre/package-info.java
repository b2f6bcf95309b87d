/** Steps of {@code bpmn/phone-call.bpmn}. */
@NullMarked
package jp.fudamori.process.callcentre;

import org.jspecify.annotations.NullMarked;
