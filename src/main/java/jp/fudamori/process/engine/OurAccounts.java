package jp.fudamori.process.engine;

import jp.fudamori.account.AccountDesk;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.stereotype.Component;

/** Makes the engine take its users from our accounts [ADR 0008]. */
@Component
class OurAccounts extends AbstractProcessEnginePlugin implements SessionFactory {

    private final AccountDesk desk;

    OurAccounts(AccountDesk desk) {
        this.desk = desk;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setIdentityProviderSessionFactory(this);
    }

    @Override
    public Class<?> getSessionType() {
        return ReadOnlyIdentityProvider.class;
    }

    @Override
    public Session openSession() {
        return new AccountDirectory(desk);
    }
}
