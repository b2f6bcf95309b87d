package jp.fudamori.ca;

import static jp.fudamori.ca.AuthorityReason.NAME_NOT_ALLOWED;

import java.util.Set;
import java.util.regex.Pattern;
import jp.fudamori.common.Refusal;

/** What the name of a certificate holder may look like. */
final class SubjectRules {

    /** RFC 5280, appendix A.1: ub-organization-name and ub-common-name; characters, not bytes. */
    private static final int LONGEST = 64;

    private static final Pattern PRINTABLE_ASCII = Pattern.compile("[\\x20-\\x7e]+");

    /** ETSI EN 319 412-1, 5.1.4. */
    private static final Pattern ORGANIZATION_IDENTIFIER =
            Pattern.compile("([A-Z]{3}|[A-Z]{2}:)[A-Z]{2}-[0-9A-Za-z-]+");

    private static final Set<Byte> INVISIBLE = Set.of(
            Character.CONTROL,
            Character.FORMAT,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR,
            Character.PRIVATE_USE,
            Character.SURROGATE,
            Character.UNASSIGNED);

    private SubjectRules() {}

    static void check(Subject subject) {
        checkText("組織名（O）", subject.organization());
        checkText("組織識別子", subject.organizationIdentifier());
        checkText("コモンネーム（CN）", subject.commonName());
        checkShape("組織識別子", subject.organizationIdentifier(), ORGANIZATION_IDENTIFIER);
        checkShape("コモンネーム（CN）", subject.commonName(), PRINTABLE_ASCII);
    }

    private static void checkText(String part, String value) {
        var length = value.codePointCount(0, value.length());
        if (value.isBlank() || length > LONGEST) {
            throw new Refusal(NAME_NOT_ALLOWED, "%sは1文字以上%d文字以内で指定してください（現在%d文字）。".formatted(part, LONGEST, length));
        }
        if (!value.equals(value.strip()) || value.codePoints().anyMatch(SubjectRules::isInvisible)) {
            throw new Refusal(NAME_NOT_ALLOWED, "%sの前後に空白があるか、表示できない文字が含まれています。".formatted(part));
        }
    }

    private static boolean isInvisible(int character) {
        return INVISIBLE.contains((byte) Character.getType(character));
    }

    private static void checkShape(String part, String value, Pattern shape) {
        if (!shape.matcher(value).matches()) {
            throw new Refusal(NAME_NOT_ALLOWED, "%sに使用できない文字が含まれているか、形式が正しくありません。".formatted(part));
        }
    }
}
