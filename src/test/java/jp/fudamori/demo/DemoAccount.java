package jp.fudamori.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may try the development server.
 *
 * @param institution code of ten digits; null for staff
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record DemoAccount(
        String id,
        String password,
        List<String> groups,
        @Nullable String institution,
        String name) {}
