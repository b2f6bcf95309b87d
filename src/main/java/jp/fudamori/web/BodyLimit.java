package jp.fudamori.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away what no form of ours can send, before anybody reads it. */
class BodyLimit extends OncePerRequestFilter {

    private static final long MOST_BYTES = 1 << 20;

    /** Files of 32 MiB, and what a browser writes around them. */
    private static final long MOST_BYTES_OF_FILE = (32L << 20) + 4096;

    private static final String FILES = "/uploads/";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > most(request)) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static long most(HttpServletRequest request) {
        return request.getRequestURI().startsWith(FILES) ? MOST_BYTES_OF_FILE : MOST_BYTES;
    }
}
