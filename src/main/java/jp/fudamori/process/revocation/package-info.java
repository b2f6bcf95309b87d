/** Steps and names of {@code bpmn/certificate-revocation.bpmn}. */
@NullMarked
package jp.fudamori.process.revocation;

import org.jspecify.annotations.NullMarked;
