package jp.fudamori.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Keeps the download pages and everything else on their own connectors. It stands before every other valve, hence
 * before {@code X-Forwarded-For} is looked at: who calls is who holds the other end of the connection.
 */
final class DownloadGate extends ValveBase {

    static final String PATH = "/download";

    /** Renewal by a terminal, and what belongs to it. */
    static final String RENEWAL = "/renewal";

    private static final Set<String> PATHS =
            Set.of(PATH, RENEWAL, RENEWAL + "/login", RENEWAL + "/state", RENEWAL + "/file");

    private static final String CALLER = DownloadGate.class.getName() + ".caller";
    private static final String PEER = DownloadGate.class.getName() + ".peer";

    private final Set<Connector> connectors;
    private final DownloadSettings settings;

    DownloadGate(Set<Connector> connectors, DownloadSettings settings) {
        super(true);
        this.connectors = connectors;
        this.settings = settings;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        // a path that Tomcat could not decode is null
        var isDownload = Optional.ofNullable(request.getDecodedRequestURI())
                .filter(PATHS::contains)
                .isPresent();
        var onOwnConnector = connectors.contains(request.getConnector());
        if (isDownload != onOwnConnector || onOwnConnector && !settings.allow(request.getRemoteAddr())) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        request.setAttribute(PEER, request.getRemoteAddr());
        if (onOwnConnector) {
            request.setAttribute(CALLER, request.getRemoteAddr());
        }
        getNext().invoke(request, response);
    }

    /** Whether a request came in through the gate; a caller cannot pretend that. */
    static boolean passed(HttpServletRequest request) {
        return request.getAttribute(CALLER) != null;
    }

    /** Network address of the caller, whatever the headers say. */
    static String caller(HttpServletRequest request) {
        return (String) request.getAttribute(CALLER);
    }

    /** Who holds the other end of the connection, whatever the headers say; on the management port, who is said to. */
    static String peer(HttpServletRequest request) {
        return request.getAttribute(PEER) instanceof String peer ? peer : request.getRemoteAddr();
    }
}
