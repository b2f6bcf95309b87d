package jp.fudamori.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jp.fudamori.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase.Replace;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@JdbcTest
@AutoConfigureTestDatabase(replace = Replace.NONE)
@Import({TestDatabase.class, AuditTrail.class, AuditChain.class})
class AuditChainIT {

    @Autowired
    AuditTrail trail;

    @Autowired
    AuditChain chain;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void writeThreeEntriesAndSealThem() {
        trail.record("reviewer1", "application-approved", "20261120-00001", "");
        trail.record("process", "fee-posted", "20261120-00001", "1500 JPY");
        chain.seal();
        trail.record("dispatch1", "letter-posted", "20261120-00001", "");
        chain.seal();
    }

    @Test
    void holdsTogetherAcrossSealings() {
        assertThat(count("audit_seal")).isEqualTo(3);
        assertThat(count("audit_unsealed")).isZero();
        assertThat(chain.firstBreak()).isEmpty();
    }

    @Test
    void refusesToBeChanged() {
        assertThatThrownBy(() ->
                        jdbc.sql("update audit_entry set detail = '0 JPY'").update())
                .hasMessageContaining("append-only");
    }

    @Test
    void refusesToBeEmptied() {
        assertThatThrownBy(() -> jdbc.sql("delete from audit_seal").update()).hasMessageContaining("append-only");
    }

    @Test
    void findsAnEntryThatWasChangedBehindItsBack() {
        withoutGuards("update audit_entry set detail = '0 JPY' where action = 'fee-posted'");

        assertThat(chain.firstBreak()).contains(2L);
    }

    @Test
    void findsAnEntryThatWasTakenOut() {
        withoutGuards("delete from audit_seal where seal_number = 2");

        assertThat(chain.firstBreak()).contains(3L);
    }

    private void withoutGuards(String sql) {
        jdbc.sql("alter table audit_entry disable trigger user").update();
        jdbc.sql("alter table audit_seal disable trigger user").update();
        jdbc.sql(sql).update();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
