package jp.fudamori.demo;

import java.util.List;

/** Tries a letter that must not open anything any more. */
final class VoidLetter {

    private VoidLetter() {}

    static String refused(JourneyCase application) {
        try {
            application.world().clients().download(application.secrets().get(0));
        } catch (RuntimeException refusal) {
            Expect.words("応答", String.valueOf(refusal.getMessage()), List.of("通知書は破棄してください"));
            return "「通知書は破棄してください」";
        }
        throw new IllegalStateException("無効な通知書でダウンロードできました。");
    }
}
