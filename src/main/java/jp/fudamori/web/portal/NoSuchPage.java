package jp.fudamori.web.portal;

/** What the URL names is not there, or is not for this person: both look the same. */
public class NoSuchPage extends RuntimeException {}
