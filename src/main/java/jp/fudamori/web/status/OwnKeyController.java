package jp.fudamori.web.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.fudamori.ca.KeyGate;
import jp.fudamori.certificate.OwnKeyDesk;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.common.Refusal;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.web.LoggedIn;
import jp.fudamori.web.portal.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** 持込鍵: a clinic whose vendor makes the keys registers them here, each for a terminal of its next application. */
@Page
@RequestMapping("/certificates/own-keys")
class OwnKeyController {

    private static final String TERMINAL = "terminalName";
    private static final String REQUEST = "request";
    private static final String FILE = "file";

    private final OwnKeyDesk desk;

    OwnKeyController(OwnKeyDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    ModelAndView show(LoggedIn caller) {
        return page(Clinic.of(caller));
    }

    /** @param file in place of {@code request}: PEM or DER */
    @PostMapping
    ModelAndView offer(
            @RequestParam(defaultValue = "") String terminalName,
            @RequestParam(defaultValue = "") String request,
            @RequestParam(required = false) @Nullable MultipartFile file,
            LoggedIn caller) {
        var clinic = Clinic.of(caller);
        var chosen = Optional.ofNullable(file).filter(given -> !given.isEmpty());
        var values = Map.of(TERMINAL, terminalName, REQUEST, request);
        if (chosen.isPresent() && !request.isBlank()) {
            return refused(clinic, values, FILE, "貼り付けるかファイルを選ぶか、どちらか一方にしてください。");
        }
        try {
            var bytes = chosen.map(OwnKeyController::content).orElseGet(() -> request.getBytes(StandardCharsets.UTF_8));
            desk.offer(clinic, terminalName, bytes, caller.account().id());
            return again();
        } catch (Refusal refusal) {
            var key = chosen.isPresent() ? FILE : REQUEST;
            var field = refusal.reason().code().startsWith("text") ? TERMINAL : key;
            return refused(clinic, values, field, Objects.toString(refusal.getMessage()));
        }
    }

    private ModelAndView refused(InstitutionCode clinic, Map<String, String> values, String field, String message) {
        var page = page(clinic).addObject("values", values).addObject("errors", Map.of(field, message));
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    /** Reads no more than it takes to see that it is too much. */
    private static byte[] content(MultipartFile file) {
        try (var bytes = file.getInputStream()) {
            return bytes.readNBytes(KeyGate.MOST_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PostMapping("/withdrawal")
    ModelAndView withdraw(@RequestParam(defaultValue = "") String terminalName, LoggedIn caller) {
        desk.withdraw(Clinic.of(caller), terminalName, caller.account().id());
        return again();
    }

    private static ModelAndView again() {
        var answer = new ModelAndView("redirect:/certificates/own-keys");
        answer.setStatus(HttpStatus.SEE_OTHER);
        return answer;
    }

    private ModelAndView page(InstitutionCode clinic) {
        var keys = desk.waiting(clinic).stream()
                .map(key -> new Line(
                        key.terminalName(),
                        kind(key.algorithm()),
                        key.fingerprint(),
                        key.subject(),
                        JapaneseDates.moment(key.offeredAt())))
                .toList();
        return new ModelAndView("status/own-keys").addObject("keys", keys);
    }

    private static String kind(String algorithm) {
        return algorithm.startsWith("RSA_")
                ? "RSA " + algorithm.substring("RSA_".length()) + "ビット"
                : "楕円曲線 P-" + algorithm.substring("EC_P".length());
    }

    /** A key that waits, as the page says it. */
    record Line(String terminalName, String algorithm, String fingerprint, String subject, String offered) {}
}
