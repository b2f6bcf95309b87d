package jp.fudamori.ca.lint;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;

/** Reads what is about to be signed and says which rules it breaks. */
public final class CertificateLint {

    /** Comes first: of bytes that are not DER nothing else can be said. */
    static final Rule DER = new Rule("distinguished-encoding", "RFC 5280, 4.1; ITU-T X.690, 10 and 11", draft -> true);

    private static final List<Rule> RULES = Stream.of(FieldRules.ALL, NameRules.ALL, KeyRules.ALL, ExtensionRules.ALL)
            .flatMap(List::stream)
            .toList();

    private CertificateLint() {}

    public static List<Rule> rules() {
        return Stream.concat(Stream.of(DER), RULES.stream()).toList();
    }

    /** @param tbsCertificate the bytes that would be signed */
    public static List<Rule> broken(byte[] tbsCertificate, Authority authority) {
        try {
            var fields = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(tbsCertificate));
            if (!Arrays.equals(fields.getEncoded(ASN1Encoding.DER), tbsCertificate)) {
                return List.of(DER);
            }
            var draft = Draft.read(fields, authority);
            return RULES.stream().filter(rule -> rule.isBrokenBy(draft)).toList();
        } catch (IOException | RuntimeException e) {
            return List.of(DER);
        }
    }

    /**
     * Refuses to go on with a certificate that must not exist.
     *
     * @throws IllegalStateException naming every rule that is broken: our own fault, so an incident and no refusal
     */
    public static void check(byte[] tbsCertificate, Authority authority) {
        var broken = broken(tbsCertificate, authority);
        if (!broken.isEmpty()) {
            throw new IllegalStateException("not to be signed, breaks "
                    + broken.stream().map(Rule::toString).collect(Collectors.joining(", ")));
        }
    }
}
