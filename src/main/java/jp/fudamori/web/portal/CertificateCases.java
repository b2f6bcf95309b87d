package jp.fudamori.web.portal;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jp.fudamori.application.LineNumber;
import jp.fudamori.certificate.HeldCertificate.Standing;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.common.Refusal;
import jp.fudamori.holding.Holding;
import jp.fudamori.holding.HoldingDesk;
import jp.fudamori.input.InputDesk;
import jp.fudamori.process.FormRefusal;
import jp.fudamori.process.TaskDesk;
import jp.fudamori.web.LoggedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Begins what a clinic wants to happen to its certificates, from the pages that explain it. */
@Component
class CertificateCases {

    private final HoldingDesk holdings;
    private final TaskDesk desk;
    private final InputDesk inputs;

    CertificateCases(HoldingDesk holdings, TaskDesk desk, InputDesk inputs) {
        this.holdings = holdings;
        this.desk = desk;
        this.inputs = inputs;
    }

    /** @throws NoSuchPage if there is no such certificate, or if it is another institution's */
    Holding holding(String line, LoggedIn caller) {
        return LineNumber.parse(line)
                .flatMap(number -> all(caller).stream()
                        .filter(holding -> holding.line().equals(number))
                        .findFirst())
                .orElseThrow(NoSuchPage::new);
    }

    List<Holding> valid(LoggedIn caller) {
        return all(caller).stream()
                .filter(holding -> holding.standing() == Standing.VALID)
                .toList();
    }

    private List<Holding> all(LoggedIn caller) {
        return holdings.of(caller.account().institution().orElseThrow(NoSuchPage::new));
    }

    /** A page that explains what comes, with a button that begins it once. */
    ModelAndView page(String view, List<Holding> about) {
        return new ModelAndView(view)
                .addObject(
                        "certificates",
                        about.stream().map(CertificateCases::describe).toList())
                .addObject("token", UUID.randomUUID())
                .addObject("errors", Map.of());
    }

    /** @param again the page once more, with what the business says against it */
    ModelAndView begin(Begin begin, LoggedIn caller, Function<String, ModelAndView> again) {
        try {
            return Redirects.to("/cases/"
                    + inputs.once(
                            caller.account().id(),
                            begin.token(),
                            () -> desk.start(caller.account(), begin.process(), begin.fields())
                                    .caseId()));
        } catch (Refusal | FormRefusal refusal) {
            var page = again.apply(String.valueOf(refusal.getMessage()));
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        } catch (NoSuchElementException none) {
            throw new NoSuchPage();
        }
    }

    /** @param token of the page */
    record Begin(UUID token, String process, Map<String, Object> fields) {}

    /** @param state empty while it is valid */
    record Described(String line, String terminalName, String serial, String expires, String state) {}

    private static Described describe(Holding holding) {
        return new Described(
                holding.line().toString(),
                holding.terminalName(),
                holding.certificate().serialNumber(),
                JapaneseDates.plain(holding.certificate().notAfter()),
                state(holding).orElse(""));
    }

    private static Optional<String> state(Holding holding) {
        return holding.held()
                .revocation()
                .map(revoked -> "この電子証明書は、%sに失効しています（%s）。"
                        .formatted(
                                JapaneseDates.moment(revoked.at()),
                                revoked.reason().label()))
                .or(() -> holding.standing() == Standing.EXPIRED
                        ? Optional.of("この電子証明書は、有効期限が過ぎています。")
                        : Optional.empty());
    }
}
