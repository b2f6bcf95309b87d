package jp.fudamori.fee;

import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.paper.Office;
import jp.fudamori.paper.Paper;
import jp.fudamori.paper.Typeface;
import org.springframework.stereotype.Component;

/** Lays out slips and summaries as PDF; the same statements give the same bytes. */
@Component
class StatementPress {

    private final Typeface typeface;
    private final Office office;
    private final FeeSettings settings;

    StatementPress(Typeface typeface, Office office, FeeSettings settings) {
        this.typeface = typeface;
        this.office = office;
        this.settings = settings;
    }

    /** @param entries of all these statements, in the order in which they shall stand on the slips */
    byte[] slips(Closing closing, int part, List<Statement> statements, List<StatementEntry> entries) {
        var byInstitution = entries.stream().collect(groupingBy(StatementEntry::institution));
        var title = "払込請求書 %s分（%d）".formatted(MonthClosing.japanese(closing.month()), part);
        return print(closing, title, paper -> {
            for (var statement : statements) {
                var own = byInstitution.getOrDefault(statement.institution(), List.of());
                new InvoiceSlip(statement, own, closing, office, settings).draw(paper);
            }
        });
    }

    byte[] summary(Closing closing, List<Statement> statements) {
        var title = "発行料月次集計表 %s分".formatted(MonthClosing.japanese(closing.month()));
        var summary = new StatementSummary(closing, statements, office);
        return print(closing, title, paper -> {
            try (var sheet = paper.sheet()) {
                summary.drawTotals(sheet);
            }
            try (var sheet = paper.sheet()) {
                summary.drawPrefectures(sheet);
            }
        });
    }

    private interface Drawing {

        void on(Paper paper) throws IOException;
    }

    private byte[] print(Closing closing, String title, Drawing drawing) {
        var day = closing.at().atZone(JapaneseDates.TOKYO).toLocalDate();
        try (var paper = new Paper(typeface, new Paper.Description(title, office.name(), day))) {
            drawing.on(paper);
            return paper.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
