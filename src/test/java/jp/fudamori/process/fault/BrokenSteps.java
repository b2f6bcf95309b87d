package jp.fudamori.process.fault;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Lets service tasks fail in tests: as long as one is broken, it does its work and then throws. */
public final class BrokenSteps implements BeanPostProcessor {

    private final Map<String, Predicate<DelegateExecution>> broken = new ConcurrentHashMap<>();

    /** @param when says for each time whether it fails */
    public void breakDown(String step, Predicate<DelegateExecution> when) {
        broken.put(step, when);
    }

    /** Everything works again. */
    public void mend() {
        broken.clear();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof JavaDelegate step ? new Breakable(step, name, this) : bean;
    }

    private void failIfBroken(String step, DelegateExecution execution) {
        if (broken.getOrDefault(step, any -> false).test(execution)) {
            throw new IllegalStateException(step + " is broken in this test");
        }
    }

    /** The engine looks a step up by its name, and finds this instead. */
    private record Breakable(JavaDelegate step, String name, BrokenSteps steps) implements JavaDelegate {

        @Override
        public void execute(DelegateExecution execution) throws Exception {
            step.execute(execution);
            steps.failIfBroken(name, execution);
        }
    }

    /** Registers the fixture. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Registration {

        @Bean
        static BrokenSteps brokenSteps() {
            return new BrokenSteps();
        }
    }
}
