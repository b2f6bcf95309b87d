package jp.fudamori.certificate;

import jp.fudamori.ca.Subject;
import jp.fudamori.institution.Institution;
import jp.fudamori.institution.InstitutionCode;

/**
 * Which certificate of an institution it is.
 *
 * @param sequence running number within the institution, from 1
 */
record HolderName(InstitutionCode institution, int sequence) {

    private static final int LONGEST_ORGANIZATION = 64;

    /** The name of the terminal is never part of it: free text, perhaps personal [SOURCES: subject-name]. */
    static Subject subject(Institution institution, int sequence) {
        var code = institution.code();
        return new Subject(organization(institution), "MI:JP-" + code, new HolderName(code, sequence).commonName());
    }

    /** A longer name is cut: the code says who it is (RFC 5280, appendix A.1, ub-organization-name). */
    private static String organization(Institution institution) {
        var name = institution.name();
        var length = name.codePointCount(0, name.length());
        return length <= LONGEST_ORGANIZATION
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_ORGANIZATION));
    }

    /** {@code 1330100016-001}, four digits from the thousandth on. */
    String commonName() {
        return "%s-%03d".formatted(institution, sequence);
    }
}
