/** Glue between the models in {@code bpmn/} and the domain: triggers, steps, shared names. Holds no business rule. */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "calendar",
            "deadline",
            "institution",
            "ca",
            "account",
            "callcentre",
            "fee",
            "qualification",
            "application",
            "certificate",
            "notice",
            "renewal",
            "succession",
            "ca",
            "reissue",
            "audit",
            "input",
            "paper"
        })
@NullMarked
package jp.fudamori.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
