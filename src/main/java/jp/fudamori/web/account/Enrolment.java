package jp.fudamori.web.account;

import java.util.Map;
import java.util.function.Supplier;
import jp.fudamori.account.Account;
import jp.fudamori.account.SecondFactorDesk;
import jp.fudamori.common.Refusal;
import jp.fudamori.web.QrPicture;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;

/** Setting up an authenticator app, whether on the way in or later. */
final class Enrolment {

    private Enrolment() {}

    /** @param path of the form; the picture lies below it */
    static ModelAndView page(SecondFactorDesk desk, Account account, String path, Map<String, String> errors) {
        return new ModelAndView("account/enrolment", "errors", errors)
                .addObject("secret", desk.propose(account.id()).typed())
                .addObject("path", path);
    }

    /** The secret as a picture for the app; never kept by the browser. */
    static ResponseEntity<byte[]> picture(SecondFactorDesk desk, Account account) {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml"))
                .cacheControl(CacheControl.noStore())
                .body(QrPicture.svg(desk.propose(account.id()).uri(account.mail())));
    }

    /** @param onward goes on, and says where */
    static ModelAndView submit(
            SecondFactorDesk desk, Account account, String code, String path, Supplier<String> onward) {
        try {
            var codes = desk.enrol(account.id(), code);
            return new ModelAndView("account/recovery-codes", "codes", codes).addObject("onward", onward.get());
        } catch (Refusal refusal) {
            var page = page(desk, account, path, Map.of("code", String.valueOf(refusal.getMessage())));
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
    }
}
