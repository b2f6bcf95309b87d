/** 入力の控え: what somebody has typed and not sent, and what they have sent only once however often they pressed. */
@ApplicationModule(allowedDependencies = {"common", "account"})
@NullMarked
package jp.fudamori.input;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
