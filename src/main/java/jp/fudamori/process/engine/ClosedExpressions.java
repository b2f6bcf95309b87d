package jp.fudamori.process.engine;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Lets expressions, in models and in filters alike, reach variables and {@link ProcessBeans} only. */
@Component
class ClosedExpressions extends AbstractProcessEnginePlugin {

    private final ApplicationContext context;
    private final ProcessBeans beans;

    ClosedExpressions(ApplicationContext context, ProcessBeans beans) {
        this.context = context;
        this.beans = beans;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setBeans(beans);
        engine.setExpressionManager(new ClosedExpressionManager());
    }

    private final class ClosedExpressionManager extends SpringExpressionManager {

        ClosedExpressionManager() {
            super(context, ClosedExpressions.this.beans);
        }

        /** Beans come before variables, so that nobody takes a delegate's place with a variable of its name. */
        @Override
        protected ELResolver createElResolver() {
            var resolvers = new CompositeELResolver();
            resolvers.add(new NoReflection());
            resolvers.add(new ReadOnlyMapELResolver(ClosedExpressions.this.beans));
            resolvers.add(super.createElResolver());
            return resolvers;
        }
    }
}
