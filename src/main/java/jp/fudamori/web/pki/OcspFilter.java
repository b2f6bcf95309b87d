package jp.fudamori.web.pki;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import jp.fudamori.ca.OcspAnswer;
import jp.fudamori.ca.OcspAnswer.Validity;
import jp.fudamori.ca.OcspResponder;
import jp.fudamori.common.Sha256;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * OCSP over HTTP (RFC 6960, A.1; RFC 5019, 5 and 6). Stands before every other filter: everybody may ask, and the path
 * of a GET is base64, slashes and all, which everything behind would take for a path that hides something.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OcspFilter extends OncePerRequestFilter {

    static final String PATH = "/pki/ocsp";

    private static final String ANSWER = "application/ocsp-response";
    private static final MediaType QUESTION = new MediaType("application", "ocsp-request");
    private static final int MOST_BYTES = 8 * 1024;
    private static final int LONGEST_PATH = 2 * 1024;

    /** How long a cache may keep an answer; with the minute of the responder it stays below five minutes. */
    private static final Duration CACHED = Duration.ofMinutes(2);

    private final Supplier<OcspResponder> responder;
    private final Clock clock;

    /** @param responder looked up with the first question: filters are made before the rest of the server */
    OcspFilter(ObjectProvider<OcspResponder> responder, Clock clock) {
        this.responder = SingletonSupplier.of(responder::getObject);
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !path.startsWith(PATH) || path.length() > PATH.length() && path.charAt(PATH.length()) != '/';
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        switch (request.getMethod()) {
            case "POST" -> post(request, response);
            case "GET" -> get(request, response);
            default -> {
                response.setHeader(HttpHeaders.ALLOW, "GET, POST");
                response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            }
        }
    }

    private void post(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isQuestion(request.getContentType())) {
            response.setStatus(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        answer(responder.get().answer(body), response);
    }

    private static boolean isQuestion(String contentType) {
        return contentType != null && contentType.split(";", 2)[0].strip().equalsIgnoreCase(QUESTION.toString());
    }

    private void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getRequestURI();
        if (path.length() > LONGEST_PATH) {
            response.setStatus(HttpServletResponse.SC_REQUEST_URI_TOO_LONG);
            return;
        }
        var asked = OcspPath.decode(path.substring(Math.min(path.length(), PATH.length() + 1)));
        answer(responder.get().answer(asked), response);
    }

    private void answer(OcspAnswer answer, HttpServletResponse response) throws IOException {
        response.setContentType(ANSWER);
        response.setContentLength(answer.der().length);
        cache(answer.validity().filter(validity -> answer.isForAll()), answer.der(), response);
        response.getOutputStream().write(answer.der());
    }

    private void cache(Optional<Validity> validity, byte[] der, HttpServletResponse response) {
        if (validity.isEmpty()) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            return;
        }
        var next = validity.get().nextUpdate();
        var left = Duration.between(clock.instant(), next);
        var cached = left.compareTo(CACHED) < 0 ? left : CACHED;
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                "max-age=%d, public, no-transform, must-revalidate".formatted(Math.max(0, cached.toSeconds())));
        response.setDateHeader(
                HttpHeaders.LAST_MODIFIED, validity.get().thisUpdate().toEpochMilli());
        response.setDateHeader(HttpHeaders.EXPIRES, next.toEpochMilli());
        response.setHeader(HttpHeaders.ETAG, "\"" + Sha256.hex(new String(der, StandardCharsets.ISO_8859_1)) + "\"");
    }
}
