package jp.fudamori.sheet;

/** @param line where it ends in the file, 1 or more */
public record Row<T>(long line, T value) {}
