package jp.fudamori.notice;

/** A mail will never reach its recipient: trying again would get the same answer. */
final class AddressRefused extends Exception {

    /** @param answer what the mail server said, or what is wrong with the address, in one line */
    AddressRefused(String answer, Throwable cause) {
        super(answer, cause);
    }

    String answer() {
        return String.valueOf(getMessage());
    }
}
