package jp.fudamori.account;

import java.util.Optional;
import java.util.Set;
import jp.fudamori.institution.InstitutionCode;

/**
 * Somebody who may log in: one clinic, or one member of staff.
 *
 * @param name shown on screens, 1 to 100 characters
 * @param mail where our e-mail goes
 * @param institution present exactly where the only role is {@link Role#CLINIC}
 */
public record Account(AccountId id, String name, String mail, Set<Role> roles, Optional<InstitutionCode> institution) {

    public Account {
        roles = Set.copyOf(roles);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("an account needs a role");
        }
        if (roles.contains(Role.CLINIC) != institution.isPresent() || institution.isPresent() && roles.size() > 1) {
            throw new IllegalArgumentException("a clinic account belongs to one institution and has no staff role");
        }
    }
}
