package jp.fudamori.process.revocation;

import jp.fudamori.certificate.RevocationRequestDesk;
import org.springframework.stereotype.Component;

/** Somebody of the office says why, for another one to agree. */
@Component
class OrderRevocation extends RevocationEntry {

    OrderRevocation(RevocationRequestDesk desk, RevocationFields fields) {
        super(desk, fields);
    }
}
