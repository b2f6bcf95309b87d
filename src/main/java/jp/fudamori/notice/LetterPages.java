package jp.fudamori.notice;

import jp.fudamori.notice.Letter.Sheets;

/**
 * A letter ready for the printer.
 *
 * @param pdf pages of A4
 */
record LetterPages(byte[] pdf, Sheets sheets) {}
