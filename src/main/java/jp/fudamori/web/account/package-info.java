/** The pages around an account: registration, log-in and its steps, password, second factor, settings. */
@NullMarked
package jp.fudamori.web.account;

import org.jspecify.annotations.NullMarked;
