/** {@code ./bench}: what an application costs, and what its parts cost alone. Not part of the tests, never shipped. */
package jp.fudamori.bench;
