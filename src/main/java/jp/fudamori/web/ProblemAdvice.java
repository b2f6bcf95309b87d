package jp.fudamori.web;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import jp.fudamori.common.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns what a controller throws into a problem of RFC 9457; what the machine did wrong is logged, not told. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    /** The detail is for the caller; the code is for their program. */
    @ExceptionHandler
    ProblemDetail refused(Refusal refusal) {
        LOG.info("refused: {}", refusal.reason().code());
        var problem = Problems.of(HttpStatus.UNPROCESSABLE_ENTITY);
        problem.setDetail(refusal.getMessage());
        problem.setProperty("code", refusal.reason().code());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail wrongShape(IllegalArgumentException wrong) {
        LOG.info("wrong shape", wrong);
        return Problems.of(HttpStatus.BAD_REQUEST);
    }

    @ExceptionHandler
    ProblemDetail failed(Exception failure) {
        LOG.error("request failed", failure);
        return Problems.of(HttpStatus.INTERNAL_SERVER_ERROR);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (request instanceof ServletWebRequest servlet && isForPeople(servlet.getRequest())) {
            return sendPage(servlet, status);
        }
        return super.handleExceptionInternal(exception, Problems.of(status), headers, status, request);
    }

    /** Where there is no controller, none can say that it answers with pages. */
    private static boolean isForPeople(HttpServletRequest request) {
        return Problems.wantsPage(request) && !request.getRequestURI().startsWith("/api/");
    }

    private static @Nullable ResponseEntity<Object> sendPage(ServletWebRequest request, HttpStatusCode status) {
        try {
            requireNonNull(request.getResponse()).sendError(status.value());
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
