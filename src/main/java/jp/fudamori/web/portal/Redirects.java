package jp.fudamori.web.portal;

import jp.fudamori.process.CaseStanding;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** Where the browser goes after a form was taken in, so that loading again sends nothing again. */
public final class Redirects {

    private static final String CONFIRMING = "confirmApplication";

    private Redirects() {}

    public static ModelAndView to(String path) {
        var answer = new ModelAndView("redirect:" + path);
        answer.setStatus(HttpStatus.SEE_OTHER);
        return answer;
    }

    /** The next page after a step, or after the start of a case. */
    static ModelAndView after(CaseStanding standing) {
        if (standing.task().equals(CONFIRMING)
                && standing.next().isEmpty()
                && standing.number().isPresent()) {
            return to("/certificate-application/submitted/" + standing.number().get());
        }
        return to(standing.next()
                .map(next -> next.key().equals(CONFIRMING)
                        ? "/certificate-application/" + next.id() + "/ok"
                        : "/tasks/" + next.id())
                .orElse("/cases/" + standing.caseId()));
    }
}
