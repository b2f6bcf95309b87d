package jp.fudamori.notice;

/** What only the recipient of a mail may read. */
record MailSecret(Kind kind, String text) {

    /** What becomes of it where its address does not take the mail. */
    enum Kind {
        /** Opens an account: goes to this address or to nobody. */
        LINK("（リンクは記録に残しません）"),
        /** Shows how far an application is: goes along to the corrected address of its clinic. */
        CODE("（照会コードは記録に残しません）");

        private final String place;

        Kind(String place) {
            this.place = place;
        }

        /** Stands in the body on record for what the recipient reads. */
        String place() {
            return place;
        }
    }

    /** @param text as {@link MailSecrets} sealed it */
    record Sealed(Kind kind, byte[] text) {}
}
