/** HTTP: turns requests into calls of the domain, and its answers into JSON. */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "calendar",
            "institution",
            "ca",
            "audit",
            "account",
            "fee",
            "application",
            "certificate",
            "notice",
            "process"
        })
@NullMarked
package jp.fudamori.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
