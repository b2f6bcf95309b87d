package jp.fudamori.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Errors in Japanese, as problems of RFC 9457, also where Spring Security answers before any controller. */
@Component
class Problems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Map<Integer, Text> TEXTS = Map.of(
            400, new Text("入力の形式が正しくありません", "送られた内容を読み取れませんでした。項目と形式を確認してください。"),
            401, new Text("ログインが必要です", "利用者IDとパスワードを確認してください。"),
            403, new Text("権限がありません", "この操作はこの利用者には許可されていません。"),
            404, new Text("見つかりません", "指定されたものはありません。"),
            405, new Text("この方法では利用できません", "HTTPメソッドを確認してください。"),
            406, new Text("この形式では返せません", "Acceptヘッダーを確認してください。"),
            413, new Text("大きすぎます", "送られた内容が上限を超えています。"),
            415, new Text("この形式は受け付けていません", "Content-Typeヘッダーを確認してください。"),
            422, new Text("受け付けられません", "内容を確認してください。"));
    private static final Text OTHER_MISTAKE = new Text("受け付けられません", "要求の内容を確認してください。");
    private static final Text FAILURE = new Text("システムエラー", "処理できませんでした。時間をおいてやり直しても続くときは、運用担当に連絡してください。");

    private final ObjectMapper json;

    Problems(ObjectMapper json) {
        this.json = json;
    }

    static ProblemDetail of(HttpStatusCode status) {
        var text = TEXTS.getOrDefault(status.value(), status.is4xxClientError() ? OTHER_MISTAKE : FAILURE);
        return text.withStatus(status);
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"fudamori\", charset=\"UTF-8\"");
        write(HttpStatus.UNAUTHORIZED, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        write(HttpStatus.FORBIDDEN, response);
    }

    /** Tells a browser on a page, and every other program as a problem. */
    void tell(HttpStatus status, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (wantsPage(request)) {
            response.sendError(status.value());
        } else {
            write(status, response);
        }
    }

    /** Whether a person waits for the answer in a browser. */
    static boolean wantsPage(HttpServletRequest request) {
        @Nullable String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    private void write(HttpStatus status, HttpServletResponse response) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), of(status));
    }

    private record Text(String title, String detail) {

        ProblemDetail withStatus(HttpStatusCode status) {
            var problem = ProblemDetail.forStatusAndDetail(status, detail);
            problem.setTitle(title);
            return problem;
        }
    }
}
