package jp.fudamori.institution;

import java.time.LocalDate;

/**
 * One row of the registry: the only source of the name and address a letter goes to.
 *
 * @param postalCode {@code 123-4567}
 * @param address prefecture to building, as registered; 1 to 200 characters
 * @param phone as registered, digits and hyphens
 * @param registeredOn day from which the code is valid, inclusive
 */
public record Institution(
        InstitutionCode code,
        String name,
        Classification classification,
        PointTable pointTable,
        String postalCode,
        String address,
        String phone,
        LocalDate registeredOn) {}
