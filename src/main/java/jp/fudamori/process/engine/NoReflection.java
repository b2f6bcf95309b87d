package jp.fudamori.process.engine;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import java.util.Set;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;

/** Stands before all other resolvers and stops every way from a value to its class, and from there to any code. */
class NoReflection extends ELResolver {

    private static final Set<String> NAMES = Set.of("class", "getClass", "classLoader", "getClassLoader");
    private static final Set<String> PACKAGES = Set.of("java.lang.reflect.", "java.lang.invoke.");
    private static final Set<Class<?>> TYPES = Set.of(
            Class.class,
            ClassLoader.class,
            Module.class,
            Package.class,
            Process.class,
            ProcessBuilder.class,
            Runtime.class,
            Thread.class);

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        refuse(base, property);
        return null;
    }

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            @Nullable Object method,
            Class<?> @Nullable [] types,
            Object @Nullable [] arguments) {
        refuse(base, method);
        return null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
        refuse(base, property);
    }

    private static void refuse(@Nullable Object base, @Nullable Object member) {
        if (base != null && (isReflective(base) || NAMES.contains(String.valueOf(member)))) {
            throw new ELException("式からクラスを操作することはできません。");
        }
    }

    private static boolean isReflective(Object base) {
        var name = base.getClass().getName();
        return TYPES.stream().anyMatch(type -> type.isInstance(base))
                || PACKAGES.stream().anyMatch(name::startsWith);
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
        return null;
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
        return true;
    }

    @Override
    public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
        return null;
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return null;
    }
}
