package jp.fudamori.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people log in.
 *
 * @param staffSecondFactor whether staff must have a second factor; true unless somebody writes false, which is for
 *     tests and the development server [docs/OPERATIONS.md]
 */
@ConfigurationProperties("fudamori.account")
record AccountSettings(@DefaultValue("true") boolean staffSecondFactor) {}
