package jp.fudamori.process.engine;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.jspecify.annotations.Nullable;

/**
 * Says in Japanese what {@code /engine-rest} refuses in English: broken JSON, a wrong content type, a missing right, an
 * unknown id. The engine's own sentence follows, for whoever writes a program, but for what failed inside. What we said
 * ourselves stays as it is.
 */
final class JapaneseAnswers implements ContainerResponseFilter {

    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");
    private static final Map<Integer, String> SENTENCES = Map.of(
            400, "送られた内容を読み取れませんでした。項目と形式を確認してください。",
            401, "利用者IDとパスワードを確認してください。",
            403, "この操作はこの利用者には許可されていません。",
            404, "指定されたものはありません。",
            405, "この方法では利用できません。HTTPメソッドを確認してください。",
            406, "この形式では返せません。Acceptヘッダーを確認してください。",
            415, "この形式は受け付けていません。Content-Typeヘッダーを確認してください。");
    private static final String OTHER_MISTAKE = "要求を受け付けられませんでした。内容を確認してください。";
    private static final String FAILURE = "処理できませんでした。時間をおいてやり直しても続くときは、運用担当に連絡してください。";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() < 400) {
            return;
        }
        var entity = response.getEntity();
        var answer = entity instanceof ExceptionDto told ? told : new ExceptionDto();
        var told = entity instanceof ExceptionDto ? answer.getMessage() : asText(entity);
        if (told != null && JAPANESE.matcher(told).find()) {
            return;
        }
        answer.setMessage(sentence(response.getStatus(), told));
        response.setEntity(answer, new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
    }

    private static String sentence(int status, @Nullable String told) {
        if (status >= 500) {
            return FAILURE;
        }
        var japanese = SENTENCES.getOrDefault(status, OTHER_MISTAKE);
        return told == null || told.isBlank() ? japanese : japanese + "（" + told + "）";
    }

    private static @Nullable String asText(@Nullable Object entity) {
        return entity instanceof String text ? text : null;
    }
}
