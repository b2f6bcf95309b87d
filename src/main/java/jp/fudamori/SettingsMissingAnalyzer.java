package jp.fudamori;

import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells an operator in plain words which settings are missing and where each may come from. */
final class SettingsMissingAnalyzer extends AbstractFailureAnalyzer<SettingsMissing> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, SettingsMissing cause) {
        var list = cause.names().stream()
                .map(name -> "  - %s（環境変数 %s）".formatted(name, environmentVariable(name)))
                .collect(Collectors.joining("\n"));
        return new FailureAnalysis(
                "起動に必要な設定がありません。\n" + list,
                "環境変数に設定するか、FUDAMORI_SECRETS のフォルダー（既定 /run/secrets）に設定名と同じ名前のファイルを置いてください。"
                        + "作り方: docs/OPERATIONS.md",
                cause);
    }

    private static String environmentVariable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
