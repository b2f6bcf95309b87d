package jp.fudamori.web.account;

import static jp.fudamori.account.AccountReason.LINK_NOT_VALID;

import java.util.Map;
import java.util.function.Supplier;
import jp.fudamori.common.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * A form as somebody sent it: where it is refused the page comes again, with everything that was typed but secrets, and
 * with the reason at its field.
 *
 * @param values field to what stood in it; no passwords and codes
 * @param field where a reason is told for which {@code fields} has no other place
 */
record TypedForm(String view, Map<String, String> values, String field, Map<Refusal.Reason, String> fields) {

    private enum Reason implements Refusal.Reason {
        PASSWORDS_DIFFER
    }

    TypedForm(String view, Map<String, String> values, String field) {
        this(view, values, field, Map.of());
    }

    /** Does what the form asks for. */
    ModelAndView submit(Supplier<ModelAndView> action) {
        try {
            return action.get();
        } catch (Refusal refusal) {
            return refusal.reason() == LINK_NOT_VALID ? linkOver(refusal) : again(refusal);
        }
    }

    private ModelAndView again(Refusal refusal) {
        var at = refusal.reason() == Reason.PASSWORDS_DIFFER ? "again" : fields.getOrDefault(refusal.reason(), field);
        var page = new ModelAndView(view, HttpStatus.UNPROCESSABLE_ENTITY);
        return page.addObject("values", values).addObject("errors", Map.of(at, String.valueOf(refusal.getMessage())));
    }

    /** A link that was used or is too old: one page for all of them. */
    static ModelAndView linkOver(Refusal refusal) {
        var page = new ModelAndView("account/link-over", HttpStatus.GONE);
        return page.addObject("reason", String.valueOf(refusal.getMessage()));
    }

    /** @throws Refusal if the two are not the same */
    static String same(String password, String again) {
        if (!password.equals(again)) {
            throw new Refusal(Reason.PASSWORDS_DIFFER, "2回入力されたパスワードが一致しません。");
        }
        return password;
    }

    static ModelAndView redirect(String path) {
        return new ModelAndView("redirect:" + path);
    }
}
