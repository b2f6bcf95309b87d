package jp.fudamori.web.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** What came in with a form. */
final class Entered {

    private Entered() {}

    /** Returns the fields as typed, without what pages send for themselves, whose names begin with {@code _}. */
    static Map<String, String> fields(HttpServletRequest request) {
        var fields = new LinkedHashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.startsWith("_") && values.length > 0) {
                fields.put(name, values[0]);
            }
        });
        return fields;
    }
}
