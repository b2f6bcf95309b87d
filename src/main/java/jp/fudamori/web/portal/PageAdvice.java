package jp.fudamori.web.portal;

import java.util.Map;
import jp.fudamori.common.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Tells on a page, in Japanese, what a {@link Page} could not do. */
@ControllerAdvice(annotations = Page.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(PageAdvice.class);

    private final ShellAdvice shell;

    PageAdvice(ShellAdvice shell) {
        this.shell = shell;
    }

    @ExceptionHandler
    ModelAndView missing(NoSuchPage missing) {
        return page(HttpStatus.NOT_FOUND, "");
    }

    @ExceptionHandler
    ModelAndView refused(Refusal refusal) {
        LOG.info("refused: {}", refusal.reason().code());
        return page(HttpStatus.UNPROCESSABLE_ENTITY, String.valueOf(refusal.getMessage()));
    }

    @ExceptionHandler
    ModelAndView wrongShape(IllegalArgumentException wrong) {
        LOG.info("wrong shape", wrong);
        return page(HttpStatus.BAD_REQUEST, "");
    }

    @ExceptionHandler
    ModelAndView failed(Exception failure) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return page(known.getStatusCode(), "");
        }
        LOG.error("request failed", failure);
        return page(HttpStatus.INTERNAL_SERVER_ERROR, "");
    }

    /** Handlers of exceptions start from an empty model, without what {@link ShellAdvice} gives to others. */
    private ModelAndView page(HttpStatusCode status, String reason) {
        var page = new ModelAndView("error", Map.of("status", status.value(), "reason", reason), status);
        return page.addObject("shell", shell.shell())
                .addObject("values", shell.values())
                .addObject("errors", shell.errors());
    }
}
