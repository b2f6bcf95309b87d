package jp.fudamori.certificate;

import java.time.Instant;
import java.time.LocalDate;
import jp.fudamori.application.LineNumber;
import jp.fudamori.ca.RevocationReason;
import jp.fudamori.ca.Serial;

/** 電子証明書 of one line of an application; days are Japanese days, both ends of the validity inclusive. */
public sealed interface Certificate {

    LineNumber line();

    Serial serial();

    /** The serial number as letters and screens show it: lower-case hexadecimal digits. */
    default String serialNumber() {
        return serial().hex();
    }

    /** Also the day of issue, from which the periods of download and renewal count [SOURCES: issue-date]. */
    LocalDate notBefore();

    LocalDate notAfter();

    /** Approved by the authority and about to be signed. */
    record Vetted(LineNumber line, Serial serial, LocalDate notBefore, LocalDate notAfter) implements Certificate {}

    /**
     * Signed, and ready for the clinic to fetch.
     *
     * @param downloadUntil last day for that, inclusive
     * @param referenceId リファレンスID of the letter; names the download, opens nothing
     * @param downloads how often it was fetched
     */
    record Issued(
            LineNumber line,
            Serial serial,
            LocalDate notBefore,
            LocalDate notAfter,
            LocalDate downloadUntil,
            String referenceId,
            int downloads)
            implements Certificate {

        public Revoked revoke(RevocationReason reason, Instant at) {
            return new Revoked(this, reason, at);
        }
    }

    /**
     * 失効: never valid again.
     *
     * @param issued as it was until then
     */
    record Revoked(Issued issued, RevocationReason reason, Instant at) implements Certificate {

        @Override
        public LineNumber line() {
            return issued.line();
        }

        @Override
        public Serial serial() {
            return issued.serial();
        }

        @Override
        public LocalDate notBefore() {
            return issued.notBefore();
        }

        @Override
        public LocalDate notAfter() {
            return issued.notAfter();
        }
    }
}
