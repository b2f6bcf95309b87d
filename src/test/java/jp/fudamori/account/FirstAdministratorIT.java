package jp.fudamori.account;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jp.fudamori.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Each test is rolled back, so that the administrator is there for others. */
@ServerTest
@Transactional
class FirstAdministratorIT {

    @Autowired
    AccountDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Test
    void withoutAnAdministratorTheSecretIsDemandedByName() {
        jdbc.sql("delete from account where roles @> array ['camunda-admin']").update();

        assertThatThrownBy(() -> new FirstAdministrator(desk, null).afterSingletonsInstantiated())
                .hasMessageContaining("fudamori.account.administrator-password");
        assertThatThrownBy(() -> new FirstAdministrator(desk, "weak").afterSingletonsInstantiated())
                .hasMessageContaining("13文字以上");
    }

    @Test
    void withAnAdministratorNoSecretIsNeeded() {
        assertThatCode(() -> new FirstAdministrator(desk, null).afterSingletonsInstantiated())
                .doesNotThrowAnyException();
    }
}
