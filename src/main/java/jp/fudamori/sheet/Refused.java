package jp.fudamori.sheet;

/**
 * One thing that is wrong with a file.
 *
 * @param line 1 for the header; 0 where it concerns the whole file
 * @param column Japanese name of the column; empty where it concerns the whole line
 * @param reason for whoever mends the file, in Japanese; never repeats what stood there
 */
public record Refused(long line, String column, String reason) {}
