package jp.fudamori.process.form;

/** The value of one field breaks a rule; the message says which, in Japanese. */
final class BrokenRule extends RuntimeException {

    BrokenRule(String message) {
        super(message);
    }
}
