/** 承継と廃止: what becomes of an institution's certificates when its code ends. */
@ApplicationModule(
        allowedDependencies = {"common", "institution", "account", "ca", "application", "certificate", "audit"})
@NullMarked
package jp.fudamori.succession;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
