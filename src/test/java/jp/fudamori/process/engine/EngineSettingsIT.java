package jp.fudamori.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import jp.fudamori.ServerTest;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.spring.SpringTransactionsProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every value of ADR 0003, read back from where it must have arrived. */
@ServerTest
class EngineSettingsIT {

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    CamundaBpmProperties properties;

    @Test
    void theEngineHasTheGenericSettings() {
        assertThat(((SpringTransactionsProcessEngineConfiguration) engine).isDeployChangedOnly())
                .isFalse();
        assertThat(engine.isJobExecutorAcquireByPriority()).isTrue();
        assertThat(engine.getFailedJobRetryTimeCycle()).isEqualTo("PT30S,PT5M,PT30M");
        assertThat(engine.isEnableExceptionsAfterUnhandledBpmnError()).isTrue();
        assertThat(engine.getHistoryTimeToLive()).isEqualTo("P3650D");
        assertThat(engine.getHistoryCleanupBatchWindowStartTime()).isEqualTo("02:00");
        assertThat(engine.getHistoryCleanupBatchWindowEndTime()).isEqualTo("05:00");
        assertThat(engine.getLoggingContextBusinessKey()).isEqualTo("businessKey");
        assertThat(engine.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(engine.getDefaultUserPermissionNameForTask()).isEqualTo("TASK_WORK");
        assertThat(engine.isEnforceSpecificVariablePermission()).isTrue();
        assertThat(engine.getGeneralResourceWhitelistPattern()).isEqualTo("[a-zA-Z0-9._%+@-]+");
        assertThat(engine.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(engine.isEnableExpressionsInAdhocQueries()).isFalse();
    }

    @Test
    void theEngineHasTheSettingsOfTheStarter() {
        assertThat(engine.getHistoryLevel().getName()).isEqualTo("full");
        assertThat(engine.getHistoryLevel()
                        .isHistoryEventProduced(HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL, null))
                .isTrue();
        assertThat(engine.isAuthorizationEnabled()).isTrue();
        assertThat(engine.getDefaultNumberOfRetries()).isEqualTo(4);
        assertThat(engine.getDatabaseType()).isEqualTo("postgres");
        assertThat(properties.getDeploymentResourcePattern())
                .containsExactly("classpath*:bpmn/*.bpmn", "classpath*:bpmn/*.dmn", "classpath*:forms/*.form");
    }

    @Test
    void theStarterHasTheSettingsOfJobsAndWebApps() {
        var jobs = properties.getJobExecution();
        assertThat(jobs.getCorePoolSize()).isEqualTo(4);
        assertThat(jobs.getMaxPoolSize()).isEqualTo(4);
        assertThat(jobs.getQueueCapacity()).isEqualTo(20);
        assertThat(jobs.getMaxJobsPerAcquisition()).isEqualTo(10);
        assertThat(jobs.getWaitTimeInMillis()).isEqualTo(1000);
        assertThat(jobs.getMaxWait()).isEqualTo(5000);
        assertThat(jobs.isDeploymentAware()).isFalse();
        assertThat(properties.getWebapp().isIndexRedirectEnabled()).isFalse();
        assertThat(properties.getWebapp().getHeaderSecurity().getInitParams()).containsEntry("hstsDisabled", "false");
        assertThat(properties.getWebapp().getCsrf().getInitParams()).containsEntry("sameSiteCookieOption", "Strict");
        assertThat(properties.getGenericProperties().isIgnoreUnknownFields()).isFalse();
    }
}
