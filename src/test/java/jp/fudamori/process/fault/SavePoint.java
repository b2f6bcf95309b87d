package jp.fudamori.process.fault;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A place where a process waits for a job: an asynchronous step, or a timer. */
record SavePoint(String process, String activity) {

    static SavePoint of(String name) {
        var parts = name.split("/", 2);
        return new SavePoint(parts[0], parts[1]);
    }

    /** Returns every one for which the engine knows jobs in the models that are deployed now. */
    static Set<SavePoint> deployed(JdbcClient jdbc) {
        return jdbc.sql("""
                select jobs.proc_def_key_ || '/' || jobs.act_id_
                  from public.act_ru_jobdef jobs
                  join public.act_re_procdef model on model.id_ = jobs.proc_def_id_
                 where model.version_ = (
                         select max(version_) from public.act_re_procdef latest where latest.key_ = model.key_)
                """).query(String.class).list().stream()
                .map(SavePoint::of)
                .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return process + "/" + activity;
    }
}
