package jp.fudamori.qualification;

import jp.fudamori.common.Refusal;
import jp.fudamori.common.TypedText;

/**
 * 担当部署/担当者名: whom the office asks for, and whom its mails address.
 *
 * @param value as {@link TypedText} allows it
 */
public record ContactName(String value) {

    public ContactName {
        if (!TypedText.isAllowed(value)) {
            throw new IllegalArgumentException("not a contact name");
        }
    }

    /**
     * Reads what somebody typed, without white space around it.
     *
     * @throws Refusal {@code text-not-allowed}
     */
    static ContactName typed(String text) {
        return new ContactName(TypedText.checked("担当部署/担当者名", text));
    }
}
