package jp.fudamori.notice;

import jp.fudamori.application.ApplicationNumber;

/** A clinic that had signed for its letter sent it back; its delivery is over and begins again. */
public record LetterSentBack(LetterNumber letter, ApplicationNumber application) {}
