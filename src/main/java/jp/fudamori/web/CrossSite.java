package jp.fudamori.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a page of another site made the browser send a changing request. Browsers remember Basic passwords and send
 * them along, and say where a request came from (Fetch Metadata); other clients send no such header.
 */
final class CrossSite {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> ELSEWHERE = Set.of("cross-site", "same-site");

    private CrossSite() {}

    static boolean isChange(HttpServletRequest request) {
        @Nullable String origin = request.getHeader("Sec-Fetch-Site");
        return origin != null && ELSEWHERE.contains(origin) && !READING.contains(request.getMethod());
    }
}
