package jp.fudamori.web.pki;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.util.StringUtils;

/** The question that stands in the path of a GET: base64, then URL-encoded (RFC 6960, A.1). */
final class OcspPath {

    private static final byte[] NOTHING = {};

    private OcspPath() {}

    /**
     * Decodes what follows {@code /pki/ocsp/}, percent-encoded or not, in either alphabet of base64, padded or not.
     *
     * @return nothing for what is not base64
     */
    static byte[] decode(String path) {
        try {
            var text = StringUtils.uriDecode(path, StandardCharsets.US_ASCII)
                    .replace('-', '+')
                    .replace('_', '/');
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return NOTHING;
        }
    }
}
