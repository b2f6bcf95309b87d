package jp.fudamori.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import jp.fudamori.bench.Recording.Started;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.Task;

/**
 * The engine alone on our own models: its tasks do nothing but write the variables that the real ones wrote, its users
 * complete their tasks through the Java API. No HTTP, no rights, no rules of forms, no domain: whatever those cost is
 * charged to the whole. The settings that matter for cost are those of {@code application.yaml}.
 */
final class BareEngine implements AutoCloseable {

    private static final Set<String> OFFICE_TASKS = Set.of("postLetter");

    private final Recording recording;
    private final HikariDataSource connections = new HikariDataSource();
    private final Queue<String> letters = new ConcurrentLinkedQueue<>();
    private final AtomicInteger names = new AtomicInteger();
    private final OurModels models = OurModels.read();
    private final Set<String> delegates = models.delegates();
    private final Map<String, String> messages = new ConcurrentHashMap<>();
    private final ProcessEngine engine;

    BareEngine(Recording recording, String databaseUrl) {
        this.recording = recording;
        connections.setJdbcUrl(databaseUrl);
        connections.setUsername("postgres");
        connections.setMaximumPoolSize(20);
        engine = configuration().buildProcessEngine();
        models.deploy(engine.getRepositoryService());
    }

    private StandaloneProcessEngineConfiguration configuration() {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(connections);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setHistoryTimeToLive("P3650D");
        configuration.setDefaultNumberOfRetries(4);
        configuration.setFailedJobRetryTimeCycle("PT30S,PT5M,PT30M");
        configuration.setMetricsEnabled(true);
        configuration.setBeans(new Delegates());
        configuration.setCustomPreBPMNParseListeners(new ArrayList<>());
        configuration.getCustomPreBPMNParseListeners().add(new Tasks());
        var jobs = new DefaultJobExecutor();
        jobs.setCorePoolSize(4);
        jobs.setMaxPoolSize(4);
        jobs.setQueueSize(20);
        jobs.setMaxJobsPerAcquisition(10);
        jobs.setWaitTimeInMillis(1000);
        jobs.setMaxWait(5000);
        configuration.setJobExecutor(jobs);
        configuration.setJobExecutorActivate(true);
        return configuration;
    }

    /** Does the same as {@link Whole#run}. */
    void run(int applications) {
        var begun = new AtomicInteger();
        var posted = new AtomicInteger();
        Clients.run(client -> {
            while (begun.getAndIncrement() < applications) {
                apply();
                posted.addAndGet(postWhatIsReady());
            }
            while (posted.get() < applications) {
                Waiting.millis(50);
                posted.addAndGet(postWhatIsReady());
            }
        });
    }

    private void apply() {
        engine.getIdentityService().setAuthenticatedUserId("bench");
        var key = "bare-" + names.incrementAndGet();
        var instance = engine.getRuntimeService().startProcessInstanceByKey("certificate-application", key);
        for (var task : recording.userTasks()) {
            if (!OFFICE_TASKS.contains(task)) {
                complete(engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceId(instance.getId())
                        .taskDefinitionKey(task)
                        .singleResult());
            }
        }
    }

    private int postWhatIsReady() {
        engine.getIdentityService().setAuthenticatedUserId("bench");
        var count = 0;
        for (var id = letters.poll(); id != null; id = letters.poll()) {
            var task = engine.getTaskService().createTaskQuery().taskId(id).singleResult();
            if (task == null) { // made, not committed yet
                letters.add(id);
                break;
            }
            complete(task);
            count++;
        }
        return count;
    }

    private void complete(Task task) {
        if (task.getAssignee() == null) {
            engine.getTaskService().claim(task.getId(), "bench");
        }
        @SuppressWarnings("unchecked")
        var fields = (Map<String, Object>) Forms.fieldsOf(task.getTaskDefinitionKey());
        engine.getFormService().submitTaskForm(task.getId(), fields);
    }

    void awaitJobs() {
        Waiting.until(
                "every job has run",
                Duration.ofMinutes(2),
                () -> engine.getManagementService()
                                .createJobQuery()
                                .executable()
                                .count()
                        == 0);
    }

    private static String activity(DelegateExecution execution) {
        var definition = execution.getProcessDefinitionId();
        return definition.substring(0, definition.indexOf(':')) + "/" + execution.getCurrentActivityId();
    }

    /** Every task of ours that a model names does the same: what the recording says. */
    private final class Delegates extends AbstractMap<Object, Object> {

        private final JavaDelegate replay = this::replay;

        private void replay(DelegateExecution execution) {
            var activity = activity(execution);
            recording.writtenIn(activity).kept().forEach(execution::setVariable);
            for (Started started : recording.started().getOrDefault(activity, List.of())) {
                execution
                        .getProcessEngineServices()
                        .getRuntimeService()
                        .startProcessInstanceByMessage(
                                messages.computeIfAbsent(started.process(), models::messageThatStarts),
                                execution.getProcessBusinessKey(),
                                started.variables());
            }
        }

        @Override
        public boolean containsKey(Object name) {
            return delegates.contains(name);
        }

        @Override
        public Object get(Object name) {
            return containsKey(name) ? replay : null;
        }

        @Override
        public Set<Entry<Object, Object>> entrySet() {
            return Set.of();
        }
    }

    /** Shows what the real form showed, and keeps what the real step kept. */
    private final class Tasks extends AbstractBpmnParseListener {

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
            task.addTaskListener(TaskListener.EVENTNAME_CREATE, (TaskListener) this::offer);
            task.addTaskListener(TaskListener.EVENTNAME_COMPLETE, (TaskListener) this::complete);
        }

        /** What goes into a decision, and what was made of its result. */
        @Override
        public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            activity.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) execution ->
                    recording.writtenIn(activity(execution)).shown().forEach(execution::setVariableLocal));
            activity.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener)
                    execution -> recording.writtenIn(activity(execution)).kept().forEach(execution::setVariable));
        }

        private void offer(DelegateTask task) {
            recording.writtenIn(activity(task.getExecution())).shown().forEach(task::setVariableLocal);
            if (OFFICE_TASKS.contains(task.getTaskDefinitionKey())) {
                letters.add(task.getId());
            }
        }

        private void complete(DelegateTask task) {
            var entered = Forms.fieldsOf(task.getTaskDefinitionKey()).keySet();
            recording.writtenIn(activity(task.getExecution())).kept().forEach((name, value) -> {
                if (!entered.contains(name)) {
                    task.getExecution().setVariable(name, value);
                }
            });
        }
    }

    @Override
    public void close() {
        engine.close();
        connections.close();
    }
}
