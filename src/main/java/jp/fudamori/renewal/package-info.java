/** 更新: whose certificates end soon, who is reminded of that, and what takes their place. */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "institution",
            "account",
            "callcentre",
            "fee",
            "ca",
            "application",
            "certificate",
            "audit"
        })
@NullMarked
package jp.fudamori.renewal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
