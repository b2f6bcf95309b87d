package jp.fudamori.ca.lint;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1PrintableString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** Rules for the name of the holder. */
final class NameRules {

    private static final int LONGEST = 64;
    private static final List<ASN1ObjectIdentifier> ATTRIBUTES =
            List.of(BCStyle.C, BCStyle.O, BCStyle.ORGANIZATION_IDENTIFIER, BCStyle.CN);
    private static final Pattern ORGANIZATION_IDENTIFIER =
            Pattern.compile("([A-Z]{3}|[A-Z]{2}:)[A-Z]{2}-[0-9A-Za-z-]+");
    private static final Pattern PRINTABLE_ASCII = Pattern.compile("[\\x20-\\x7e]+");
    private static final Set<Integer> INVISIBLE = Set.of(
            (int) Character.CONTROL,
            (int) Character.FORMAT,
            (int) Character.LINE_SEPARATOR,
            (int) Character.PARAGRAPH_SEPARATOR,
            (int) Character.PRIVATE_USE,
            (int) Character.SURROGATE,
            (int) Character.UNASSIGNED);

    static final List<Rule> ALL = List.of(
            new Rule("subject-attributes", "ETSI EN 319 412-3, 4.2.1", NameRules::hasAttributesOfLegalPerson),
            new Rule(
                    "subject-one-value-each",
                    "SOURCES: certificate-profile",
                    draft -> Arrays.stream(draft.subject().getRDNs()).noneMatch(rdn -> rdn.isMultiValued())),
            new Rule(
                    "country-japan",
                    "RFC 5280, A.1 (X520countryName); ISO 3166-1",
                    draft -> values(draft, BCStyle.C)
                            .allMatch(value -> value instanceof ASN1PrintableString && "JP".equals(value.getString()))),
            new Rule(
                    "subject-in-utf8",
                    "RFC 5280, 4.1.2.4 and 4.1.2.6",
                    draft -> texts(draft).allMatch(ASN1UTF8String.class::isInstance)),
            new Rule(
                    "subject-lengths",
                    "RFC 5280, A.1 (upper bounds)",
                    draft -> texts(draft)
                            .map(ASN1String::getString)
                            .allMatch(text -> text.codePointCount(0, text.length()) <= LONGEST)),
            new Rule(
                    "subject-visible-text",
                    "CA/Browser Forum, Baseline Requirements, 7.1.4.2",
                    draft -> texts(draft).map(ASN1String::getString).allMatch(NameRules::isVisible)),
            new Rule(
                    "organization-identifier-form",
                    "ETSI EN 319 412-1, 5.1.4",
                    draft -> values(draft, BCStyle.ORGANIZATION_IDENTIFIER)
                            .allMatch(value -> ORGANIZATION_IDENTIFIER
                                    .matcher(value.getString())
                                    .matches())),
            new Rule(
                    "common-name-ascii",
                    "SOURCES: subject-name",
                    draft -> values(draft, BCStyle.CN)
                            .allMatch(value ->
                                    PRINTABLE_ASCII.matcher(value.getString()).matches())));

    private NameRules() {}

    private static boolean hasAttributesOfLegalPerson(Draft draft) {
        return attributes(draft).map(AttributeTypeAndValue::getType).toList().equals(ATTRIBUTES);
    }

    private static Stream<AttributeTypeAndValue> attributes(Draft draft) {
        return Arrays.stream(draft.subject().getRDNs()).flatMap(rdn -> Arrays.stream(rdn.getTypesAndValues()));
    }

    private static Stream<ASN1String> values(Draft draft, ASN1ObjectIdentifier type) {
        return attributes(draft)
                .filter(attribute -> attribute.getType().equals(type))
                .map(attribute -> (ASN1String) attribute.getValue());
    }

    /** Everything but the country. */
    private static Stream<ASN1String> texts(Draft draft) {
        return attributes(draft)
                .filter(attribute -> !attribute.getType().equals(BCStyle.C))
                .map(attribute -> (ASN1String) attribute.getValue());
    }

    private static boolean isVisible(String text) {
        return !text.isBlank()
                && text.equals(text.strip())
                && text.codePoints().noneMatch(character -> INVISIBLE.contains(Character.getType(character)));
    }
}
