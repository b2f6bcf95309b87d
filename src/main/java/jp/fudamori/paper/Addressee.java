package jp.fudamori.paper;

/**
 * To whom a paper is sent.
 *
 * @param postalCode {@code 123-4567}
 * @param person last line with its title: {@code 医療事務課 札守 花子 様}, or 御中 alone where it goes to the institution
 */
public record Addressee(String postalCode, String address, String name, String person) {}
