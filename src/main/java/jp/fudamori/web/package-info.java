/** HTTP: who may call what, the interfaces for clients, and how errors are told. */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "sheet",
            "calendar",
            "deadline",
            "paper",
            "institution",
            "ca",
            "audit",
            "account",
            "fee",
            "application",
            "qualification",
            "certificate",
            "notice",
            "renewal",
            "succession",
            "reconciliation",
            "input",
            "process",
            "announcement",
            "holding",
            "reissue",
            "document",
            "paper"
        })
@NullMarked
package jp.fudamori.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
