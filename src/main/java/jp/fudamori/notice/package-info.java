/** What leaves the office: the notice letter, registered mail, e-mail. */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "institution",
            "account",
            "application",
            "certificate",
            "ca",
            "fee",
            "paper",
            "sheet",
            "audit"
        })
@NullMarked
package jp.fudamori.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
