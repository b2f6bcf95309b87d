/** Steps and names of {@code bpmn/certificate-renewal.bpmn}. */
@NullMarked
package jp.fudamori.process.renewal;

import org.jspecify.annotations.NullMarked;
