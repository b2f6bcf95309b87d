package jp.fudamori.document;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

/**
 * The documents that this server publishes. A version stays as it was once published; a new one is a new file
 * {@code documents/<name>.txt} beside it.
 */
@Service
public class Documents {

    /** 運用規程（CP/CPS） in force. */
    public static final String CP_CPS = "cps-1.0";

    /** 電子証明書の発行等申請の手引き in force. */
    public static final String GUIDE = "guide-1.0";

    private static final Set<String> PUBLISHED = Set.of(CP_CPS, GUIDE);

    private final DocumentPress press;
    private final Map<String, byte[]> printed = new ConcurrentHashMap<>();

    Documents(DocumentPress press) {
        this.press = press;
    }

    /**
     * Finds a document by name and version.
     *
     * @param name {@code cps-1.0}
     * @return PDF, A4; the same bytes each time
     */
    public Optional<byte[]> find(String name) {
        return PUBLISHED.contains(name)
                ? Optional.of(printed.computeIfAbsent(name, one -> press.print(SourceText.read(one))))
                : Optional.empty();
    }
}
