package jp.fudamori.web;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import jp.fudamori.certificate.DownloadDesk;
import jp.fudamori.certificate.DownloadReason;
import jp.fudamori.common.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which a clinic types what the letter says, and gets its PKCS#12 file, or the chain for its own key. */
@Controller
@RequestMapping(DownloadGate.PATH)
class DownloadController {

    private static final Set<Refusal.Reason> GONE =
            Set.of(DownloadReason.DOWNLOAD_PERIOD_OVER, DownloadReason.DOWNLOAD_CLOSED);

    private final DownloadDesk desk;

    DownloadController(DownloadDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    ModelAndView page(HttpServletResponse response) {
        return page(HttpStatus.OK, "", response);
    }

    @PostMapping
    ResponseEntity<byte[]> download(
            @RequestParam(defaultValue = "") String referenceId,
            @RequestParam(defaultValue = "") String authorizationCode,
            HttpServletRequest request) {
        var reference = TypedSecret.normalize(referenceId);
        var code = TypedSecret.normalize(authorizationCode);
        if (reference.isEmpty() || code.isEmpty()) {
            throw new Refusal(DownloadInput.NOT_READABLE, "リファレンスIDと認可コードを、発行通知書のとおりに入力してください。");
        }
        return DownloadPages.attachment(desk.download(reference, code, DownloadGate.caller(request)));
    }

    /** Our own reason: what was typed cannot be what a letter says. */
    enum DownloadInput implements Refusal.Reason {
        NOT_READABLE
    }

    @ExceptionHandler(produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView refusedOnPage(Refusal refusal, HttpServletResponse response) {
        return page(statusOf(refusal), requireNonNull(refusal.getMessage()), response);
    }

    @ExceptionHandler(produces = {MediaType.APPLICATION_PROBLEM_JSON_VALUE, MediaType.APPLICATION_JSON_VALUE})
    ProblemDetail refused(Refusal refusal) {
        var problem = ProblemDetail.forStatusAndDetail(statusOf(refusal), refusal.getMessage());
        problem.setTitle("ダウンロードできません");
        problem.setProperty("code", refusal.reason().code());
        return problem;
    }

    private static HttpStatus statusOf(Refusal refusal) {
        if (refusal.reason() == DownloadInput.NOT_READABLE) {
            return HttpStatus.BAD_REQUEST;
        }
        return GONE.contains(refusal.reason()) ? HttpStatus.GONE : HttpStatus.FORBIDDEN;
    }

    private static ModelAndView page(HttpStatus status, String message, HttpServletResponse response) {
        return DownloadPages.page("download", status, response).addObject("message", message);
    }
}
