package jp.fudamori.notice;

import java.util.Set;

/**
 * A letter ready for the printer.
 *
 * @param pdf two pages of A4
 * @param unprintable characters that the typeface lacks, each shown as 〓
 */
record LetterPages(byte[] pdf, Set<String> unprintable) {}
