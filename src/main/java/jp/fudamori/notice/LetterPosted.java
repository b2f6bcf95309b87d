package jp.fudamori.notice;

import jp.fudamori.application.ApplicationNumber;

/** A letter was found in the list of posted ones; nobody said so in its task. */
public record LetterPosted(LetterNumber letter, ApplicationNumber application) {}
