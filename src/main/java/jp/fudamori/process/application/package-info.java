/** Steps and names of {@code bpmn/certificate-application.bpmn}. */
@NullMarked
package jp.fudamori.process.application;

import org.jspecify.annotations.NullMarked;
