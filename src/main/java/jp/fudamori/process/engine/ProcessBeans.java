package jp.fudamori.process.engine;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * The beans that a model may name: delegates and listeners of our package {@code process}, and no other part of the
 * server. They are looked up when they are used, because they need the engine and the engine needs this map.
 */
@Component
class ProcessBeans extends AbstractMap<Object, Object> {

    private static final String PACKAGE = "jp.fudamori.process.";

    private final ApplicationContext context;

    ProcessBeans(ApplicationContext context) {
        this.context = context;
    }

    boolean has(String name) {
        return context.containsBean(name) && isOurs(context.getType(name));
    }

    private static boolean isOurs(@Nullable Class<?> type) {
        return type != null
                && type.getName().startsWith(PACKAGE)
                && Stream.of(JavaDelegate.class, TaskListener.class, ExecutionListener.class)
                        .anyMatch(role -> role.isAssignableFrom(type));
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return name instanceof String text && has(text);
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return name instanceof String text && has(text) ? context.getBean(text) : null;
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return Arrays.stream(context.getBeanDefinitionNames())
                .filter(this::has)
                .map(name -> new SimpleImmutableEntry<Object, Object>(name, context.getBean(name)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
