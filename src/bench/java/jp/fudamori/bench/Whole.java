package jp.fudamori.bench;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Applications on their way through the server. A client applies, approves what it applied for, posts whatever letters
 * are ready, and begins anew; it never waits for the server's jobs but at the very end.
 */
final class Whole {

    private static final String PROCESS = "certificate-application";
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Staff staff;
    private final JdbcClient jdbc;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Queue<String> letters = new ConcurrentLinkedQueue<>();

    Whole(Staff staff, JdbcClient jdbc) {
        this.staff = staff;
        this.jdbc = jdbc;
    }

    /** Brings so many applications from their start to their posted letters. */
    void run(int applications) {
        var begun = new AtomicInteger();
        var posted = new AtomicInteger();
        Clients.run(client -> {
            while (begun.getAndIncrement() < applications) {
                approve(client, submit(client));
                posted.addAndGet(postWhatIsReady(client));
            }
            while (posted.get() < applications) {
                Waiting.millis(50);
                posted.addAndGet(postWhatIsReady(client));
            }
        });
    }

    /** Brings one application to its review; returns the id of its process. */
    String submit(int client) {
        return submit(client, task -> {});
    }

    private String submit(int client, Consumer<String> onTask) {
        var clinic = staff.clinic(client);
        var instance = clinic.start(PROCESS);
        var tasks = clinic.tasks("processInstanceId=" + instance);
        while (!tasks.isEmpty()) {
            onTask.accept(tasks.get(0).get("id").textValue());
            clinic.complete(tasks.get(0));
            tasks = clinic.tasks("processInstanceId=" + instance);
        }
        return instance;
    }

    /**
     * Brings one application to its posted letter and tells of each task before it is completed; returns its number.
     */
    String watch(Consumer<String> onTask) {
        var instance = submit(0, onTask);
        onTask.accept(jdbc.sql("select id_ from act_ru_task where proc_inst_id_ = ?")
                .param(instance)
                .query(String.class)
                .single());
        approve(0, instance);
        awaitJobs();
        var number = jdbc.sql("select business_key_ from act_hi_procinst where id_ = ?")
                .param(instance)
                .query(String.class)
                .single();
        onTask.accept(jdbc.sql("""
                select t.id_
                  from act_ru_task t
                  join act_ru_execution e on e.id_ = t.proc_inst_id_
                 where e.business_key_ = ?
                """).param(number).query(String.class).single());
        postAll();
        return number;
    }

    void approve(int client, String instance) {
        var reviewer = staff.reviewer(client);
        reviewer.complete(reviewer.tasks("processInstanceId=" + instance).get(0));
    }

    private int postWhatIsReady(int client) {
        look();
        var count = 0;
        for (var number = letters.poll(); number != null; number = letters.poll()) {
            post(client, number);
            count++;
        }
        return count;
    }

    /** Straight from the tables: people look at their list now and then, they do not ask for every letter. */
    private synchronized void look() {
        waiting("postLetter").stream().filter(seen::add).forEach(letters::add);
    }

    private List<String> waiting(String task) {
        return jdbc.sql("""
                select e.business_key_
                  from act_ru_task t
                  join act_ru_execution e on e.id_ = t.proc_inst_id_
                 where t.task_def_key_ = :task
                """).param("task", task).query(String.class).list();
    }

    private void post(int client, String number) {
        var dispatcher = staff.dispatcher(client);
        dispatcher.get("/api/letters/" + letterOf(number));
        completeOnly(dispatcher, number, "postLetter");
    }

    private String letterOf(String number) {
        return jdbc.sql("select letter_number from fudamori.letter where application_number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    /** Posts every letter that waits for it. */
    void postAll() {
        look();
        Clients.run(this::postWhatIsReady);
    }

    /** Ends every application whose letter is in the post. */
    void deliver() {
        var posted = new ConcurrentLinkedQueue<>(waiting("recordDelivery"));
        Clients.run(client -> {
            for (var number = posted.poll(); number != null; number = posted.poll()) {
                completeOnly(staff.dispatcher(client), number, "recordDelivery");
            }
        });
    }

    private static void completeOnly(Desk desk, String number, String task) {
        desk.complete(desk.tasks("processInstanceBusinessKey=%s&taskDefinitionKey=%s".formatted(number, task))
                .get(0));
    }

    /** Waits until the pool of keys is as full as it gets. */
    void awaitKeys(int count) {
        Waiting.until(
                count + " keys are prepared", LONGEST, () -> number("select count(*) from ca_prepared_key") >= count);
    }

    /** Waits until no job is left that could run now. */
    void awaitJobs() {
        Waiting.until(
                "every job has run",
                LONGEST,
                () -> number("select count(*) from act_ru_job where duedate_ is null or duedate_ <= now()") == 0);
    }

    long number(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }
}
