package jp.fudamori.callcentre;

import java.util.Optional;
import jp.fudamori.account.Account;
import jp.fudamori.account.AccountId;

/**
 * Who does something, and for which clinic.
 *
 * @param actor the clinic itself, or staff of the call centre
 * @param clinic account of the clinic that it is done for; always has an institution
 * @param call present exactly where the actor is not the clinic itself
 */
public record Acting(AccountId actor, Account clinic, Optional<PhoneCall> call) {

    public Acting {
        if (clinic.institution().isEmpty()) {
            throw new IllegalArgumentException("not the account of a clinic");
        }
        if (actor.equals(clinic.id()) == call.isPresent()) {
            throw new IllegalArgumentException("a clinic acts for itself, everybody else during its call");
        }
    }
}
