package jp.fudamori.notice;

import java.util.List;
import jp.fudamori.account.Account;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.CertificateApplication;
import jp.fudamori.application.Particulars;
import jp.fudamori.institution.Institution;

/** An application with those it concerns: all that a letter or a mail to the clinic may mention. */
record Dossier(CertificateApplication application, Institution institution, Account applicant) {

    ApplicationNumber number() {
        return application.number();
    }

    Particulars particulars() {
        return application.particulars();
    }

    /** 端末名称等 of the certificates applied for, in their order; 1 to 50. */
    List<String> terminalNames() {
        return particulars().terminalNames();
    }
}
