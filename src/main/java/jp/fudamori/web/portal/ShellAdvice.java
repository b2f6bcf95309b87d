package jp.fudamori.web.portal;

import java.util.Map;
import java.util.Optional;
import jp.fudamori.paper.Office;
import jp.fudamori.web.LoggedIn;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its shell, and forms that have not been sent yet no values and no errors. */
@ControllerAdvice
class ShellAdvice {

    private final Office office;

    ShellAdvice(Office office) {
        this.office = office;
    }

    @ModelAttribute("shell")
    Shell shell() {
        var login = SecurityContextHolder.getContext().getAuthentication();
        return new Shell(login instanceof LoggedIn who ? Optional.of(who.account()) : Optional.empty(), office);
    }

    /** Field to what is shown in it. */
    @ModelAttribute("values")
    Map<String, String> values() {
        return Map.of();
    }

    /** Field to what is wrong with it, in Japanese. */
    @ModelAttribute("errors")
    Map<String, String> errors() {
        return Map.of();
    }
}
