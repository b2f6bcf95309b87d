/** 再発行: losses of letters, terminals and files, and what follows from them. */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "ca",
            "institution",
            "account",
            "callcentre",
            "application",
            "certificate",
            "notice",
            "audit"
        })
@NullMarked
package jp.fudamori.reissue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
