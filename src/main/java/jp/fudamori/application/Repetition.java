package jp.fudamori.application;

/**
 * A terminal that another application of the same clinic asks for, or has a certificate for, already.
 *
 * @param terminalName as it is named now
 * @param earlier the line of the other application
 */
public record Repetition(String terminalName, LineNumber earlier) {}
