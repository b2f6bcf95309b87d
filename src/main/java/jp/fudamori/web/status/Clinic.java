package jp.fudamori.web.status;

import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.web.LoggedIn;
import jp.fudamori.web.portal.NoSuchPage;

/** Pages that belong to a clinic; for everybody else they are not there. */
final class Clinic {

    private Clinic() {}

    /** @throws NoSuchPage for staff */
    static InstitutionCode of(LoggedIn caller) {
        return caller.account().institution().orElseThrow(NoSuchPage::new);
    }
}
