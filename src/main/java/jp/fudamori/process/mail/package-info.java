/** Steps and names of {@code bpmn/mail-delivery.bpmn}. */
@NullMarked
package jp.fudamori.process.mail;

import org.jspecify.annotations.NullMarked;
