package jp.fudamori.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;

/** The files in {@code bpmn/} and {@code forms/}, as an engine without our plugins can read them. */
record OurModels(Map<String, String> files) {

    /** Business days are ours; plain days cost the same. */
    private static final Pattern BUSINESS_PERIOD = Pattern.compile("P(\\d+)BD");

    private static final Pattern DELEGATE = Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}\"");

    static OurModels read() {
        var files = new TreeMap<String, String>();
        for (var folder : new String[] {"bpmn", "forms"}) {
            for (var file : new File(folder).listFiles((where, name) -> name.matches(".*\\.(bpmn|dmn|form)"))) {
                files.put(file.getName(), read(file));
            }
        }
        return new OurModels(files);
    }

    private static String read(File file) {
        try {
            return BUSINESS_PERIOD.matcher(Files.readString(file.toPath())).replaceAll("P$1D");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void deploy(RepositoryService repository) {
        var deployment = repository.createDeployment();
        files.forEach(deployment::addString);
        deployment.deploy();
    }

    /** Names of the beans that the service tasks use. */
    Set<String> delegates() {
        return files.values().stream()
                .flatMap(text -> DELEGATE.matcher(text).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    /** Name of the message of the start event, of which there is one. */
    String messageThatStarts(String process) {
        var text = files.get(process + ".bpmn");
        var reference = first("(?s)<bpmn:startEvent(?:(?!</bpmn:startEvent>).)*messageRef=\"(\\w+)\"", text);
        return first("<bpmn:message id=\"" + reference + "\" name=\"([^\"]+)\"", text);
    }

    /** Returns the variable that a column of a decision table looks at. */
    String inputOf(String clause) {
        return first(
                "<input id=\"" + clause + "\"[^>]*>\\s*<inputExpression[^>]*>\\s*<text>(\\w+)</text>",
                String.join("\n", files.values()));
    }

    private static String first(String pattern, String text) {
        var matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern);
        }
        return matcher.group(1);
    }
}
