/**
 * Glue between the models in {@code bpmn/} and the domain: triggers, delegates, shared names. Holds no business rule.
 */
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
            "notice"
        })
@NullMarked
package jp.fudamori.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
