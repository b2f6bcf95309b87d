package jp.fudamori.ca;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.Time;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written by hand is what Bouncy Castle writes. */
class ListEntriesTest {

    @ParameterizedTest
    @CsvSource({
        "00000000000000000000000000000001, 1, 2026-11-20T01:00:00Z",
        "0000000000000000000000000000007f, 4, 2026-11-20T01:00:00Z",
        "00000000000000000000000000000080, 4, 2049-12-31T23:59:59Z",
        "7fffffffffffffffffffffffffffffff, 5, 2050-01-01T00:00:00Z",
        "80000000000000000000000000000000, 9, 2026-01-01T00:00:00Z",
        "ffffffffffffffffffffffffffffffff, 3, 2060-02-29T12:34:56Z",
        "00ff0000000000000000000000000000, 2, 2026-01-01T00:00:00Z"
    })
    void areEncodedAsTheStandardSays(String serial, int reason, Instant at) throws Exception {
        var entries = new ListEntries();

        entries.add(serial, reason, at.getEpochSecond());
        entries.add(serial, reason, at.getEpochSecond());

        var extension = Extension.create(Extension.reasonCode, false, CRLReason.lookup(reason));
        var entry = new DERSequence(new ASN1Encodable[] {
            new ASN1Integer(new BigInteger(serial, 16)), new Time(Date.from(at)), new Extensions(extension)
        });
        assertThat(entries.der()).isEqualTo(Der.concatenate(Der.encode(entry), Der.encode(entry)));
    }

    @ParameterizedTest
    @CsvSource({"0, 3000", "127, 307f", "128, 308180", "255, 3081ff", "256, 30820100", "16777216, 308401000000"})
    void headersAreAsShortAsTheyCanBe(long length, String header) {
        assertThat(Der.header(Der.SEQUENCE, length)).asHexString().isEqualToIgnoringCase(header);
    }
}
