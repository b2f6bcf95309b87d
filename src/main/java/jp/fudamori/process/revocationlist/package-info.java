/** Steps and names of {@code bpmn/revocation-list.bpmn}. */
@NullMarked
package jp.fudamori.process.revocationlist;

import org.jspecify.annotations.NullMarked;
