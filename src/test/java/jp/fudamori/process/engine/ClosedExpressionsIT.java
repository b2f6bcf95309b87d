package jp.fudamori.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Date;
import jp.fudamori.ServerTest;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class ClosedExpressionsIT {

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    IdentityService identity;

    @AfterEach
    void forget() {
        identity.clearAuthentication();
    }

    @Test
    void ourDelegatesAreReachable() {
        assertThat(evaluate("${sayNo}")).isInstanceOf(JavaDelegate.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${accountDesk}",
                "${dataSource}",
                "${processEngine}",
                "${runtimeService}",
                "${environment}",
                "${ourAccounts}",
                "${camundaUsers}"
            })
    void otherBeansAreNot(String expression) {
        assertThatThrownBy(() -> evaluate(expression)).isInstanceOf(ProcessEngineException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${now().getClass()}",
                "${now().class}",
                "${now()['class']}",
                "${''.getClass().forName('java.lang.Runtime')}",
                "${sayNo.class.classLoader}",
                "${dateTime().getClass().getClassLoader()}"
            })
    void noWayLeadsFromAValueToItsClass(String expression) {
        assertThatThrownBy(() -> evaluate(expression))
                .isInstanceOf(ProcessEngineException.class)
                .hasStackTraceContaining("式からクラスを操作することはできません");
    }

    @Test
    void theCurrentUserAndTheTimeStillWork() {
        identity.setAuthenticatedUserId("somebody");

        assertThat(evaluate("${currentUser()}")).isEqualTo("somebody");
        assertThat(evaluate("${now()}")).isInstanceOf(Date.class);
    }

    private Object evaluate(String expression) {
        return engine.getCommandExecutorTxRequired()
                .<Object>execute(context -> engine.getExpressionManager()
                        .createExpression(expression)
                        .getValue(null));
    }
}
