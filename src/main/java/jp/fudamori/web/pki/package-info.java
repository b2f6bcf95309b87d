/**
 * What relying parties fetch and ask: certificates of the authority, revocation lists, OCSP, its practice statement.
 */
@NullMarked
package jp.fudamori.web.pki;

import org.jspecify.annotations.NullMarked;
