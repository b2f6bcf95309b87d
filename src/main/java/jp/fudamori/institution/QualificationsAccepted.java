package jp.fudamori.institution;

import java.util.Set;

/**
 * Institutions of which there was no 利用申請 on file, and is from now on. One announcement for each acceptance, and one
 * for a whole file, however long.
 *
 * @param institutions one or more
 */
public record QualificationsAccepted(Set<InstitutionCode> institutions) {

    public QualificationsAccepted {
        institutions = Set.copyOf(institutions);
    }
}
