/** Forms of processes as plain HTML. */
@NullMarked
package jp.fudamori.web.portal.form;

import org.jspecify.annotations.NullMarked;
