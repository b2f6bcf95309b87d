package jp.fudamori.process.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import jp.fudamori.InvariantChecker;
import jp.fudamori.demo.Patience;
import jp.fudamori.demo.ServerProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers with their job executors work on one database. */
@Tag("endurance")
class TwoNodesIT {

    private static final int APPLICATIONS = 20;

    @TempDir
    private Path home;

    @Test
    void shareTheWorkAndDoNothingTwice() {
        try (var office = new TestOffice(home, "node-1", "node-2")) {
            office.servers().forEach(office::start);
            assertThatEachServesTheSessionsOfTheOther(office);

            office.servers().stream()
                    .map(node -> CompletableFuture.runAsync(() -> apply(office, node)))
                    .toList()
                    .forEach(CompletableFuture::join);
            Patience.await(
                    "通知書がそろいません。", () -> Optional.of(printed(office)).filter(letters -> letters == APPLICATIONS));
            office.awaitQuiet();

            for (var table : new String[] {"certificate", "certificate_download", "fee", "letter"}) {
                assertThat(office.number("select count(*) from fudamori." + table))
                        .as(table)
                        .isEqualTo(APPLICATIONS);
            }
            assertThat(office.number("select count(*) from public.act_ru_incident"))
                    .isZero();
            assertThat(office.received())
                    .hasSize(APPLICATIONS)
                    .allSatisfy((id, copies) -> assertThat(copies).isOne());
            assertThat(office.receivedByNode()).as("both send").allMatch(mails -> mails > 0);
            assertThat(InvariantChecker.of(office.database()).settled().violations())
                    .isEmpty();
        }
    }

    private static void assertThatEachServesTheSessionsOfTheOther(TestOffice office) {
        var first = office.servers().get(0).clients();
        var second = office.servers().get(1).clients();

        var here = first.browser("clinic1");
        var there = here.at(second.webPort());

        assertThat(there.getPage("/account").statusCode()).isEqualTo(200);
        there.submit("/account", "/account/sign-out-everywhere", Map.of());
        assertThat(here.getPage("/account").statusCode()).isEqualTo(302);
    }

    /** Half of the applications come in at this node, each with one terminal. */
    private static void apply(TestOffice office, ServerProcess node) {
        var clinic = "clinic" + (office.servers().indexOf(node) + 1);
        Stream.generate(() -> new OfficeCase(office, node.clients(), clinic))
                .limit(APPLICATIONS / 2)
                .forEach(application -> {
                    application.submit(1);
                    application.approve();
                });
    }

    private static int printed(TestOffice office) {
        return office.number("select count(*) from fudamori.letter where printed_at is not null");
    }
}
