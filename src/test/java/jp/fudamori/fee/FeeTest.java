package jp.fudamori.fee;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jp.fudamori.OutsideWorld;
import jp.fudamori.TestDatabase;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase.Replace;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A test of fees against a real database, without the engine and the rest of the server; see {@link FeeSlice}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@JdbcTest(
        properties = {
            "spring.flyway.default-schema=fudamori",
            "fudamori.account.administrator-password=First-To-Enter-2026",
            "fudamori.seal.key=dGVzdHMtb25seS10ZXN0cy1vbmx5LXRlc3RzLW9ubHk="
        })
@AutoConfigureTestDatabase(replace = Replace.NONE)
@Import({TestDatabase.class, OutsideWorld.class, FeeSlice.class})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
public @interface FeeTest {}
