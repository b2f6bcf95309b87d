package jp.fudamori;

import java.util.List;

/** A server was started without settings that it cannot do without. */
final class SettingsMissing extends RuntimeException {

    private final List<String> names;

    /** @param names of the settings, never their values */
    SettingsMissing(List<String> names) {
        super("missing settings: " + String.join(", ", names));
        this.names = List.copyOf(names);
    }

    List<String> names() {
        return names;
    }
}
