package jp.fudamori.renewal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How certificates are renewed.
 *
 * @param supersededAfterDays days between the first fetch of the new certificate and the revocation of the old one, 1
 *     to 90
 * @param batch certificates that one transaction of the campaign looks at, 1 to 1,000
 */
@ConfigurationProperties("fudamori.renewal")
record RenewalSettings(
        @DefaultValue("14") int supersededAfterDays,
        @DefaultValue("200") int batch) {

    RenewalSettings {
        if (supersededAfterDays < 1 || supersededAfterDays > RenewalDesk.WINDOW_DAYS) {
            throw new IllegalArgumentException("fudamori.renewal.superseded-after-days is 1 to 90");
        }
        if (batch < 1 || batch > 1_000) {
            throw new IllegalArgumentException("fudamori.renewal.batch is 1 to 1,000");
        }
    }
}
