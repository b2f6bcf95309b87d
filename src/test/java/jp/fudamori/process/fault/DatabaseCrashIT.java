package jp.fudamori.process.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import jp.fudamori.InvariantChecker;
import jp.fudamori.demo.Patience;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL goes down under the server while it works: no clean shutdown, every connection cut. */
@Tag("endurance")
class DatabaseCrashIT {

    private static final int APPLICATIONS = 4;
    private static final int TERMINALS = 3;

    @TempDir
    private Path home;

    @Test
    void theServerGoesOnByItselfOnceTheDatabaseIsBack() {
        try (var office = new TestOffice(home, "database-crash")) {
            office.start(office.server());
            var clients = office.server().clients();
            var cases = Stream.generate(() -> new OfficeCase(office, clients, "clinic1"))
                    .limit(APPLICATIONS)
                    .toList();
            cases.forEach(each -> each.submit(TERMINALS));
            cases.forEach(OfficeCase::approve);
            Patience.await("発行が始まりません。", () -> Optional.of(certificates(office)).filter(issued -> issued > 0));

            office.crashDatabase();
            office.startDatabase();

            assertThat(certificates(office)).as("in the middle of the work").isLessThan(APPLICATIONS * TERMINALS);
            Patience.await("通知書がそろいません。", () -> {
                office.hastenRetries();
                return Optional.of(printed(office)).filter(letters -> letters == APPLICATIONS);
            });
            office.awaitQuiet();
            assertThat(office.server().isRunning()).isTrue();
            assertThat(certificates(office)).isEqualTo(APPLICATIONS * TERMINALS);
            assertThat(office.number("select count(*) from fudamori.fee")).isEqualTo(APPLICATIONS * TERMINALS);
            assertThat(office.received()).hasSize(APPLICATIONS);
            assertThat(office.number("select count(*) from public.act_ru_incident"))
                    .isZero();
            assertThat(InvariantChecker.of(office.database()).settled().violations())
                    .isEmpty();
        }
    }

    private static int certificates(TestOffice office) {
        return office.number("select count(*) from fudamori.certificate_download");
    }

    private static int printed(TestOffice office) {
        return office.number("select count(*) from fudamori.letter where printed_at is not null");
    }
}
