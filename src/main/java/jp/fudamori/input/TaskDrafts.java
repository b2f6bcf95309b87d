package jp.fudamori.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jp.fudamori.account.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code task_draft}. */
@Repository
class TaskDrafts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, String>> FIELDS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    TaskDrafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(AccountId account, String taskId, TaskDraft draft) {
        jdbc.sql("""
                insert into task_draft (task_id, account_id, fields, saved_at)
                values (:task, :account, :fields, :savedAt)
                on conflict (task_id, account_id) do update set fields = excluded.fields, saved_at = excluded.saved_at
                """)
                .param("task", taskId)
                .param("account", account.value())
                .param("fields", write(draft.fields()))
                .param("savedAt", draft.savedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<TaskDraft> find(AccountId account, String taskId) {
        return jdbc.sql("""
                select fields, saved_at
                  from task_draft
                 where task_id = :task and account_id = :account
                """)
                .param("task", taskId)
                .param("account", account.value())
                .query(TaskDrafts::toDraft)
                .optional();
    }

    void remove(String taskId) {
        jdbc.sql("delete from task_draft where task_id = :task")
                .param("task", taskId)
                .update();
    }

    private static TaskDraft toDraft(ResultSet row, int number) throws SQLException {
        return new TaskDraft(
                read(row.getString("fields")),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }

    private static String write(Map<String, String> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts is always JSON", e);
        }
    }

    private static Map<String, String> read(String json) {
        try {
            return JSON.readValue(json, FIELDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the column fields holds no JSON of ours", e);
        }
    }
}
