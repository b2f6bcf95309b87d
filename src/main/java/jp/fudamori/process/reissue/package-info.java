/** Steps and names of {@code bpmn/certificate-reissue.bpmn}. */
@NullMarked
package jp.fudamori.process.reissue;

import org.jspecify.annotations.NullMarked;
