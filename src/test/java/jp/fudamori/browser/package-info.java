/**
 * What people see: the server's pages in a real Chromium, on a desktop and on a phone.
 * {@link jp.fudamori.browser.Windows} opens a window; {@link jp.fudamori.browser.Window#inspect} checks a page in one
 * line.
 */
package jp.fudamori.browser;
