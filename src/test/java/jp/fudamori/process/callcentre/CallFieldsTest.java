package jp.fudamori.process.callcentre;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import jp.fudamori.application.CertificateApplication;
import org.junit.jupiter.api.Test;

class CallFieldsTest {

    @Test
    void everyStateOfAnApplicationHasAName() {
        assertThat(CallFields.STATES.keySet())
                .isEqualTo(states(CertificateApplication.class).collect(toSet()));
    }

    private static Stream<Class<?>> states(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(CallFieldsTest::states)
                : Stream.of(type);
    }
}
