package jp.fudamori.process;

import java.util.List;

/** What begins a process. */
public record StartForm(String process, String processName, List<FormPart> parts) {

    public StartForm {
        parts = List.copyOf(parts);
    }
}
