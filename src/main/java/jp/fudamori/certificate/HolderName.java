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

    /** The name of the terminal is never part of it: free text, perhaps personal [SOURCES: subject-name]. */
    static Subject subject(Institution institution, int sequence) {
        var code = institution.code();
        return new Subject(institution.name(), "MI:JP-" + code, new HolderName(code, sequence).commonName());
    }

    /** {@code 1330100016-001}, four digits from the thousandth on. */
    String commonName() {
        return "%s-%03d".formatted(institution, sequence);
    }
}
