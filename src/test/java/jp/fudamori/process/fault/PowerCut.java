package jp.fudamori.process.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.CountDownLatch;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets a server stop dead at a save point. It is named on standard input, {@code before mail-delivery/sendMail} or
 * {@code after mail-delivery/sendMail}: when that job has written everything and not committed, or when it has
 * committed. Each line takes the place of the last. From then on no other job begins or commits.
 */
@TestConfiguration(proxyBeanMethods = false)
class PowerCut {

    /** Said when a line was understood. */
    static final String READY = "power cut awaited ";

    /** Said when the save point is reached; nothing goes on from there. */
    static final String REACHED = "power cut reached ";

    private static volatile String awaited = "";
    private static volatile boolean dark;

    @Bean
    static ProcessEnginePlugin powerCutAtEachJob() {
        listen();
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                var given = engine.getCustomPostCommandInterceptorsTxRequired();
                var all = new ArrayList<>(given == null ? List.<CommandInterceptor>of() : given);
                all.add(new Fuse());
                engine.setCustomPostCommandInterceptorsTxRequired(all);
            }
        };
    }

    private static void listen() {
        var listener = new Thread(PowerCut::readLines, "power-cut");
        listener.setDaemon(true);
        listener.start();
    }

    private static void readLines() {
        try (var input = new Scanner(System.in)) {
            while (input.hasNextLine()) {
                awaited = input.nextLine();
                System.out.println(READY + awaited);
            }
        }
        Runtime.getRuntime().halt(1); // the test is gone
    }

    private static synchronized void stopAt(String point) {
        if (!dark && point.equals(awaited)) {
            dark = true;
            System.out.println(REACHED + point);
        }
    }

    private static void stopInTheDark() {
        if (dark) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** Stands inside the transaction of a job. */
    private static final class Fuse extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            if (!(command instanceof ExecuteJobsCmd)) {
                return next.execute(command);
            }
            stopInTheDark();
            var result = next.execute(command);
            var job = Context.getCommandContext().getCurrentJob();
            TransactionSynchronizationManager.registerSynchronization(
                    new Commit(job.getProcessDefinitionKey() + "/" + job.getActivityId()));
            return result;
        }
    }

    /** The engine has flushed when the first is called. */
    private record Commit(String savePoint) implements TransactionSynchronization {

        @Override
        public void beforeCommit(boolean readOnly) {
            stopAt("before " + savePoint);
            stopInTheDark();
        }

        @Override
        public void afterCommit() {
            stopAt("after " + savePoint);
            stopInTheDark();
        }
    }
}
