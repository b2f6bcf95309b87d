package jp.fudamori.web;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** {@code /v3/api-docs}: what cannot be read from the controllers, above all how errors are told. */
@Configuration(proxyBeanMethods = false)
@OpenAPIDefinition(
        info =
                @Info(
                        title = "札守 API",
                        version = "1",
                        description = "利用者IDとパスワードによるHTTP Basic認証で利用する。エラーはRFC 9457の形式で返す。"))
class ApiDescription {

    /** For {@code @Schema(ref = ...)}. */
    static final String PROBLEM = "#/components/schemas/ProblemDetail";

    @Bean
    OpenApiCustomizer problemsOfOperations() {
        return api -> {
            api.getComponents().addSchemas("ProblemDetail", problem());
            api.getPaths().forEach((path, item) -> {
                if (path.startsWith("/api/")) {
                    item.readOperations().forEach(ApiDescription::mayFail);
                }
            });
        };
    }

    private static void mayFail(Operation operation) {
        var content = new Content()
                .addMediaType(
                        org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        new MediaType().schema(new Schema<>().$ref(PROBLEM)));
        operation
                .getResponses()
                .addApiResponse("default", new ApiResponse().description("エラー").content(content));
    }

    private static Schema<?> problem() {
        var problem = new ObjectSchema();
        problem.setDescription("エラー（RFC 9457）");
        problem.addProperty("type", new StringSchema());
        problem.addProperty("title", described(new StringSchema(), "エラーの種類"));
        problem.addProperty("status", described(new IntegerSchema(), "HTTPステータス"));
        problem.addProperty("detail", described(new StringSchema(), "利用者に見せる文"));
        problem.addProperty("instance", described(new StringSchema(), "要求したパス"));
        problem.addProperty("code", described(new StringSchema(), "業務上の理由（プログラム用）。形式の誤りなどにはない"));
        return problem;
    }

    private static Schema<?> described(Schema<?> schema, String description) {
        schema.setDescription(description);
        return schema;
    }
}
