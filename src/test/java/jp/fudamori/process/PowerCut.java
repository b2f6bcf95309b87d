package jp.fudamori.process;

import java.util.Scanner;
import java.util.concurrent.CountDownLatch;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Lets a server stop dead at a step of a process. The step is named on standard input, {@code before signCertificate}
 * or {@code after signCertificate}: after its work, before the transaction commits. Each line takes the place of the
 * last.
 */
@TestConfiguration(proxyBeanMethods = false)
class PowerCut {

    /** Said when a line was understood. */
    static final String READY = "power cut awaited ";

    /** Said when the step is reached; nothing goes on from there. */
    static final String REACHED = "power cut reached ";

    private static volatile String awaited = "";

    @Bean
    static BeanPostProcessor powerCutAtEachStep() {
        listen();
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JavaDelegate step ? new Interruptible(step, name) : bean;
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

    /** The engine looks a step up by its name, and finds this instead. */
    private record Interruptible(JavaDelegate step, String name) implements JavaDelegate {

        @Override
        public void execute(DelegateExecution execution) throws Exception {
            stopAt("before " + name);
            step.execute(execution);
            stopAt("after " + name);
        }

        private static void stopAt(String point) throws InterruptedException {
            if (point.equals(awaited)) {
                System.out.println(REACHED + point);
                new CountDownLatch(1).await();
            }
        }
    }
}
