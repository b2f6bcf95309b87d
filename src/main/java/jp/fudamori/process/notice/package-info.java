/** Steps and names of {@code bpmn/notice-delivery.bpmn}. */
@NullMarked
package jp.fudamori.process.notice;

import org.jspecify.annotations.NullMarked;
