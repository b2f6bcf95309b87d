package jp.fudamori.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the engine did for one application, read from its history: what a bare engine must do to be compared with it.
 *
 * @param userTasks in the order in which people completed them
 * @param written variables that the domain wrote, by {@code process/activity}: those of a form in {@code shown}, for
 *     the task only, the others in {@code kept}
 * @param started processes that a message started, by {@code process/activity} of the task that sent the message
 */
record Recording(List<String> userTasks, Map<String, Written> written, Map<String, List<Started>> started) {

    record Written(Map<String, Object> shown, Map<String, Object> kept) {}

    record Started(String process, Map<String, Object> variables) {}

    /**
     * Brings one application to its posted letter. What its forms show is read from the open tasks, since the history
     * leaves it out, everything else from the history.
     */
    static Recording of(Whole whole, JdbcClient jdbc) {
        var shown = new LinkedHashMap<String, Map<String, Object>>();
        var number = whole.watch(task -> read(task, shown, jdbc));
        var written = written(number, jdbc);
        shown.forEach((activity, variables) ->
                written.computeIfAbsent(activity, Recording::nothing).shown().putAll(variables));
        return new Recording(userTasks(number, jdbc), written, started(number, jdbc));
    }

    private static Written nothing(String activity) {
        return new Written(new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    private static void read(String task, Map<String, Map<String, Object>> shown, JdbcClient jdbc) {
        jdbc.sql("""
                select d.key_ || '/' || t.task_def_key_ as activity, v.name_, v.type_, v.text_, v.long_
                  from act_ru_variable v
                  join act_ru_task t on t.id_ = v.task_id_
                  join act_re_procdef d on d.id_ = t.proc_def_id_
                 where t.id_ = :task
                """).param("task", task).query(row -> {
            shown.computeIfAbsent(row.getString("activity"), any -> new LinkedHashMap<>())
                    .put(
                            row.getString("name_"),
                            value(row.getString("type_"), row.getString("text_"), row.getLong("long_")));
        });
    }

    private static List<String> userTasks(String number, JdbcClient jdbc) {
        return jdbc.sql("""
                select a.act_id_
                  from act_hi_actinst a
                  join act_hi_procinst p on p.id_ = a.proc_inst_id_
                 where p.business_key_ = :number and a.act_type_ = 'userTask' and a.end_time_ is not null
                 order by a.start_time_
                """).param("number", number).query(String.class).list();
    }

    /** Input parameters of a service task are the engine's own work, which the bare engine does as well. */
    private static Map<String, Written> written(String number, JdbcClient jdbc) {
        var written = new LinkedHashMap<String, Written>();
        jdbc.sql("""
                select p.proc_def_key_ || '/' || a.act_id_ as activity, d.name_,
                       a.act_type_ = 'businessRuleTask' and v.act_inst_id_ = a.id_ as shown,
                       d.var_type_, d.text_, d.long_
                  from act_hi_detail d
                  join act_hi_procinst p on p.id_ = d.proc_inst_id_
                  join act_hi_actinst a on a.id_ = d.act_inst_id_
                  join act_hi_varinst v on v.id_ = d.var_inst_id_
                 where p.business_key_ = :number and d.type_ = 'VariableUpdate'
                   and (a.act_type_ = 'businessRuleTask' and d.name_ <> 'decisionResult'
                    or a.act_type_ in ('serviceTask', 'userTask') and v.act_inst_id_ <> a.id_)
                 order by d.time_, d.sequence_counter_
                """).param("number", number).query(row -> {
            var activity = written.computeIfAbsent(row.getString("activity"), Recording::nothing);
            var variables = row.getBoolean("shown") ? activity.shown() : activity.kept();
            variables.putIfAbsent(
                    row.getString("name_"),
                    value(row.getString("var_type_"), row.getString("text_"), row.getLong("long_")));
        });
        return written;
    }

    private static Object value(String type, String text, long number) {
        return switch (type) {
            case "string" -> text == null ? "" : text;
            case "boolean" -> number == 1;
            case "long" -> number;
            case "integer" -> (int) number;
            default -> throw new IllegalStateException("no variable of this type is known here: " + type);
        };
    }

    /** A process that belongs to the application without being called by it began while some service task ran. */
    private static Map<String, List<Started>> started(String number, JdbcClient jdbc) {
        var started = new LinkedHashMap<String, List<Started>>();
        jdbc.sql("""
                select s.proc_def_key_ as process, s.id_,
                       (select q.proc_def_key_ || '/' || a.act_id_
                          from act_hi_actinst a
                          join act_hi_procinst q on q.id_ = a.proc_inst_id_
                         where q.business_key_ = :number and q.id_ <> s.id_ and a.act_type_ = 'serviceTask'
                           and s.start_time_ between a.start_time_ and a.end_time_
                         order by a.end_time_ - a.start_time_
                         limit 1) as activity
                  from act_hi_procinst s
                 where s.business_key_ = :number and s.super_process_instance_id_ is null
                   and s.proc_def_key_ <> 'certificate-application'
                """).param("number", number).query(row -> {
            started.computeIfAbsent(row.getString("activity"), any -> new ArrayList<>())
                    .add(new Started(row.getString("process"), startVariables(row.getString("id_"), jdbc)));
        });
        return started;
    }

    private static Map<String, Object> startVariables(String instance, JdbcClient jdbc) {
        var variables = new LinkedHashMap<String, Object>();
        jdbc.sql("""
                select name_, var_type_, text_, long_
                  from act_hi_detail
                 where act_inst_id_ = :instance and type_ = 'VariableUpdate'
                """).param("instance", instance).query(row -> {
            variables.put(
                    row.getString("name_"),
                    value(row.getString("var_type_"), row.getString("text_"), row.getLong("long_")));
        });
        return variables;
    }

    Written writtenIn(String activity) {
        return written.getOrDefault(activity, new Written(Map.of(), Map.of()));
    }
}
