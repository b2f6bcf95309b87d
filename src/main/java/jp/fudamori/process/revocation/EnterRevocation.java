package jp.fudamori.process.revocation;

import jp.fudamori.certificate.RevocationRequestDesk;
import org.springframework.stereotype.Component;

/** The clinic says why, and confirms it in its next step. */
@Component
class EnterRevocation extends RevocationEntry {

    EnterRevocation(RevocationRequestDesk desk, RevocationFields fields) {
        super(desk, fields);
    }
}
