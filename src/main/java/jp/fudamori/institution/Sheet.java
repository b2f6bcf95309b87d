package jp.fudamori.institution;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Shape of a registry file: which columns it has, in any order, and what a row of them stands for.
 *
 * @param key column whose values differ from row to row
 * @param record makes the record from cells that have been found right and brought to one spelling
 */
record Sheet<T>(List<Column> columns, Column key, Function<Map<Column, String>, T> record) {}
