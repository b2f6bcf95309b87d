package jp.fudamori.institution;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * One row of the registry: the only source of the name and address a letter goes to.
 *
 * @param name as registered, every variant of a kanji kept; 1 to 100 characters
 * @param pointTable the one that the code's third digit stands for
 * @param postalCode {@code 123-4567}
 * @param address prefecture to building, as registered; 1 to 200 characters
 * @param phone as registered, digits and hyphens; 10 to 13 characters
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
        LocalDate registeredOn) {

    static final int LONGEST_NAME = 100;
    static final int LONGEST_ADDRESS = 200;
    static final Pattern POSTAL_CODE = Pattern.compile("[0-9]{3}-[0-9]{4}");
    static final Pattern PHONE = Pattern.compile("0[0-9-]{8,11}[0-9]");

    public Institution {
        require(hasLength(name, LONGEST_NAME), "name", name);
        require(PointTable.of(code).filter(pointTable::equals).isPresent(), "point table", pointTable);
        require(POSTAL_CODE.matcher(postalCode).matches(), "postal code", postalCode);
        require(hasLength(address, LONGEST_ADDRESS), "address", address);
        require(PHONE.matcher(phone).matches(), "phone", phone);
    }

    /** Counts characters as people do and the database does: one for each code point. */
    static boolean hasLength(String text, int longest) {
        return !text.isBlank() && text.codePointCount(0, text.length()) <= longest;
    }

    private static void require(boolean holds, String what, Object value) {
        if (!holds) {
            throw new IllegalArgumentException("not a " + what + " of an institution: " + value);
        }
    }
}
