package jp.fudamori.web.portal;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.fudamori.account.Account;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.fee.FeeDesk;
import jp.fudamori.fee.FeeKind;
import jp.fudamori.input.InputDesk;
import jp.fudamori.institution.InstitutionRegistry;
import jp.fudamori.institution.Qualification;
import jp.fudamori.process.CaseStanding;
import jp.fudamori.process.TaskDesk;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page on which a clinic says that its 利用申請 is done and agrees to the fee, before anything has begun. Its answers
 * complete the two steps of the process that ask the same; a step that does not come up at once asks later, on its own
 * page.
 */
@Component
class FeeConsent {

    private static final String PROCESS = "certificate-application";

    private final TaskDesk desk;
    private final InputDesk inputs;
    private final FeeDesk fees;
    private final InstitutionRegistry registry;

    FeeConsent(TaskDesk desk, InputDesk inputs, FeeDesk fees, InstitutionRegistry registry) {
        this.desk = desk;
        this.inputs = inputs;
        this.fees = fees;
        this.registry = registry;
    }

    /** @param textHash of the text that the page showed */
    record Answer(UUID token, String textHash) {}

    ModelAndView page(Account account) {
        if (desk.startForm(account, PROCESS, Map.of()).isEmpty()) {
            throw new NoSuchPage();
        }
        var text = fees.consentText(FeeKind.NEW_ISSUE);
        var begun = desk.open(account).stream()
                .filter(task -> task.process().equals(PROCESS) && task.number().isEmpty())
                .map(TaskPages.Line::of)
                .toList();
        return new ModelAndView("portal/fee")
                .addObject("lines", text.text().lines().toList())
                .addObject("hash", text.hash())
                .addObject("begun", begun)
                .addObject(
                        "qualification",
                        qualification(account).map(FeeConsent::describe).orElse(""))
                .addObject("token", UUID.randomUUID());
    }

    /** Returns the case that has begun; empty where the text is another one by now. */
    Optional<String> begin(Account account, Answer answer) {
        if (!fees.consentText(FeeKind.NEW_ISSUE).hash().equals(answer.textHash())) {
            return Optional.empty();
        }
        return Optional.of(inputs.once(account.id(), answer.token(), () -> begin(account)));
    }

    private String begin(Account account) {
        var standing = desk.start(account, PROCESS, Map.of());
        standing = answered(account, standing, "confirmQualification", Map.of("claimed", "true"));
        return answered(account, standing, "consentToFee", Map.of("consent", "true"))
                .caseId();
    }

    private CaseStanding answered(Account account, CaseStanding standing, String step, Map<String, Object> answer) {
        return standing.next()
                .filter(next -> next.key().equals(step))
                .map(next -> desk.complete(account, next.id(), answer))
                .orElse(standing);
    }

    private Optional<Qualification> qualification(Account account) {
        return account.institution().flatMap(registry::qualification);
    }

    private static String describe(Qualification qualification) {
        return "%s 受理済み（発行料のお支払い: %s）"
                .formatted(
                        JapaneseDates.day(qualification.acceptedOn()),
                        qualification.paymentMethod().japanese());
    }
}
