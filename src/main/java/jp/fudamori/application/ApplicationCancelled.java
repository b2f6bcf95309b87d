package jp.fudamori.application;

/** A clinic has withdrawn an application before it was decided. */
public record ApplicationCancelled(ApplicationNumber number) {}
