package jp.fudamori.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** What the page of a failed log-in says where "wrong" is not all. */
public final class LogInFailure {

    private static final String TOLD = LogInFailure.class.getName();

    private LogInFailure() {}

    static void tell(HttpServletRequest request, String sentence) {
        request.setAttribute(TOLD, sentence);
    }

    public static Optional<String> told(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(TOLD)).map(Object::toString);
    }
}
