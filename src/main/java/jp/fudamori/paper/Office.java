package jp.fudamori.paper;

import java.net.URI;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The issuing office as papers and mails name it.
 *
 * @param name 1 to 40 characters
 * @param postalCode {@code 123-4567}
 * @param address 1 to 60 characters
 * @param phone of the people who answer questions, digits and hyphens
 * @param hours when they answer, in Japanese, 1 to 40 characters
 * @param statusUrl where a clinic looks up its application; at most 64 characters, so that a mail need not break it
 * @param downloadUrl where a clinic downloads its certificate; at most 64 characters, so that it can be typed
 */
@ConfigurationProperties("fudamori.office")
public record Office(
        String name, String postalCode, String address, String phone, String hours, URI statusUrl, URI downloadUrl) {

    private static final Pattern URL = Pattern.compile("https?://[!-~]{1,56}");

    public Office {
        require("name", name, Pattern.compile("\\S.{0,39}"));
        require("postal-code", postalCode, Pattern.compile("\\d{3}-\\d{4}"));
        require("address", address, Pattern.compile("\\S.{0,59}"));
        require("phone", phone, Pattern.compile("[0-9][0-9-]{8,14}"));
        require("hours", hours, Pattern.compile("\\S.{0,39}"));
        require("status-url", statusUrl, URL);
        require("download-url", downloadUrl, URL);
    }

    private static void require(String key, Object value, Pattern shape) {
        if (!shape.matcher(String.valueOf(value)).matches()) {
            throw new IllegalArgumentException("fudamori.office." + key + " is missing or malformed");
        }
    }
}
