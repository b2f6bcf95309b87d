package jp.fudamori.certificate;

import java.time.LocalDate;
import jp.fudamori.application.LineNumber;

/**
 * リファレンスID and 認可コード of one certificate, in one of their states; only those that wait open anything. Which state
 * follows which stands in {@code docs/STATES.md}.
 */
sealed interface Credentials {

    /** Wrong codes in a row that lock a reference for good. */
    int WRONG_CODES_ALLOWED = 5;

    Known known();

    /**
     * What is known of them in every state.
     *
     * @param until last day of the download, inclusive
     * @param wrongCodes in a row, 0 to 5
     */
    record Known(LineNumber line, HolderName name, CodeHash code, LocalDate until, int wrongCodes, int downloads) {

        private Known afterDownload() {
            return new Known(line, name, code, until, 0, downloads + 1);
        }

        private Known afterWrongCode() {
            return new Known(line, name, code, until, wrongCodes + 1, downloads);
        }

        private boolean isLastTry() {
            return wrongCodes + 1 >= WRONG_CODES_ALLOWED;
        }
    }

    /** Nobody has guessed too often yet. */
    sealed interface Open extends Credentials {

        Open with(Known known);

        default Credentials wrongCode() {
            var tried = known().afterWrongCode();
            return known().isLastTry() ? new Locked(tried) : with(tried);
        }
    }

    /**
     * The file can be fetched.
     *
     * @param pkcs12 PFX, DER
     */
    record Waiting(Known known, byte[] pkcs12) implements Open {

        Waiting fetched() {
            return with(known.afterDownload());
        }

        @Override
        public Waiting with(Known changed) {
            return new Waiting(changed, pkcs12);
        }
    }

    /** The letter became void; the file is destroyed. */
    record Closed(Known known) implements Open {

        @Override
        public Closed with(Known changed) {
            return new Closed(changed);
        }
    }

    /** The 180 days have passed; the file is destroyed, or will be in the night. */
    record Over(Known known) implements Open {

        @Override
        public Over with(Known changed) {
            return new Over(changed);
        }
    }

    /** Too many wrong codes: for good, whatever is tried. */
    record Locked(Known known) implements Credentials {}
}
