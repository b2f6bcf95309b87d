package jp.fudamori.notice;

import jp.fudamori.application.ApplicationNumber;

/**
 * A letter was made void wherever it was.
 *
 * @param underWay whether the post has it, so that somebody may ask for it back
 */
public record LetterWithdrawn(LetterNumber letter, ApplicationNumber application, boolean underWay) {}
