/** オンライン資格確認 利用申請: from the clinic's first draft until it stands in the registry. */
@ApplicationModule(
        allowedDependencies = {"common", "institution", "account", "callcentre", "calendar", "deadline", "audit"})
@NullMarked
package jp.fudamori.qualification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
