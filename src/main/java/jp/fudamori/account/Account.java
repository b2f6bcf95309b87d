package jp.fudamori.account;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jp.fudamori.institution.InstitutionCode;

/**
 * Somebody who may log in: one clinic, or one member of staff.
 *
 * @param name shown on screens, 1 to 100 characters
 * @param mail where our e-mail goes, 3 to 254 characters
 * @param institution present exactly where the only role is {@link Role#CLINIC}
 */
public record Account(AccountId id, String name, String mail, Set<Role> roles, Optional<InstitutionCode> institution) {

    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,100}");
    private static final Pattern MAIL = Pattern.compile("[^\\s\\p{Cntrl}@]{1,64}@[^\\s\\p{Cntrl}@]{1,189}");

    public Account {
        roles = Set.copyOf(roles);
        if (name.isBlank() || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a name has 1 to 100 characters, none of them a control character");
        }
        if (!MAIL.matcher(mail).matches()) {
            throw new IllegalArgumentException("not a mail address");
        }
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("an account needs a role");
        }
        if (roles.contains(Role.CLINIC) != institution.isPresent() || institution.isPresent() && roles.size() > 1) {
            throw new IllegalArgumentException("a clinic account belongs to one institution and has no staff role");
        }
    }
}
