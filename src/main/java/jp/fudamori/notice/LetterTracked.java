package jp.fudamori.notice;

import jp.fudamori.application.ApplicationNumber;

/** The post reported something new about a letter; nobody said so in its task. */
public record LetterTracked(LetterNumber letter, ApplicationNumber application) {}
