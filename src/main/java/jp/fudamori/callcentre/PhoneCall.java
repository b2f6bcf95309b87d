package jp.fudamori.callcentre;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.fudamori.account.AccountId;
import jp.fudamori.institution.InstitutionCode;

/**
 * A call of a clinic that is not over yet: while it lasts, {@code takenBy} acts for {@code clinic}.
 *
 * @param clinic account of the institution
 * @param caller who phones, as they said: 1 to {@value #LONGEST_CALLER} characters, no white space around it, no
 *     control characters, no mark-up
 * @param takenBy of the call centre
 */
public record PhoneCall(
        CallId id,
        InstitutionCode institution,
        AccountId clinic,
        String caller,
        IdentityCheck identityCheck,
        AccountId takenBy,
        Instant openedAt) {

    public static final int LONGEST_CALLER = 40;

    private static final Pattern CALLER = Pattern.compile("[^<>\\p{Cntrl}\\p{Cs}]{1," + LONGEST_CALLER + "}");

    public PhoneCall {
        if (caller(caller).filter(caller::equals).isEmpty()) {
            throw new IllegalArgumentException("not the name of a caller");
        }
    }

    /** Returns the name without white space around it; empty where it is none. */
    static Optional<String> caller(String typed) {
        return Optional.of(typed.strip()).filter(name -> CALLER.matcher(name).matches());
    }
}
