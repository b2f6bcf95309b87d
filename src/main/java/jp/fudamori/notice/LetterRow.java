package jp.fudamori.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.LineNumber;
import jp.fudamori.notice.Letter.Assembled;
import jp.fudamori.notice.Letter.Current;
import jp.fudamori.notice.Letter.Envelope;
import jp.fudamori.notice.Letter.Posting;
import jp.fudamori.notice.Letter.Printed;
import jp.fudamori.notice.Letter.Sheets;
import jp.fudamori.notice.PostedLetter.Returned;
import jp.fudamori.notice.PostedLetter.ToPostAgain;
import jp.fudamori.notice.PostedLetter.Trip;
import jp.fudamori.paper.Addressee;

/** Which state a row of {@link Letters} stands for. */
final class LetterRow {

    private final ResultSet row;

    private LetterRow(ResultSet row) {
        this.row = row;
    }

    static Letter toLetter(ResultSet row, int index) throws SQLException {
        return new LetterRow(row).letter();
    }

    private Letter letter() throws SQLException {
        var voidedOn = row.getObject("voided_on", LocalDate.class);
        var current = current();
        return voidedOn == null ? current : current.withdraw(voidedOn);
    }

    private Current current() throws SQLException {
        var issuedOn = row.getObject("issued_on", LocalDate.class);
        if (issuedOn == null) {
            return new Assembled(envelope());
        }
        var sheets = new Sheets(issuedOn, addressee(""), Set.of((String[])
                row.getArray("unprintable").getArray()));
        return row.getString("tracking_number") == null
                ? new Printed(envelope(), sheets)
                : posted(new Trip(envelope(), sheets, posting()));
    }

    private PostedLetter posted(Trip trip) throws SQLException {
        var letter = new Tracking(events()).letter(trip);
        return row.getString("again_by") != null && letter instanceof Returned returned
                ? new ToPostAgain(trip, returned.returnedOn())
                : letter;
    }

    private Envelope envelope() throws SQLException {
        var application = new ApplicationNumber(row.getString("application_number"));
        var lines = Arrays.stream((Short[]) row.getArray("lines").getArray())
                .map(position -> new LineNumber(application, position))
                .toList();
        return new Envelope(new LetterNumber(row.getString("letter_number")), application, lines);
    }

    private Posting posting() throws SQLException {
        return new Posting(
                row.getInt("attempt"),
                new TrackingNumber(row.getString("tracking_number")),
                row.getObject("posted_on", LocalDate.class),
                new AccountId(row.getString("posted_by")),
                addressee("posted_"));
    }

    private Addressee addressee(String prefix) throws SQLException {
        return new Addressee(
                row.getString(prefix + "postal_code"),
                row.getString(prefix + "address"),
                row.getString(prefix + "addressee"),
                row.getString(prefix + "person"));
    }

    private List<TrackingEvent> events() throws SQLException {
        return Arrays.stream((String[]) row.getArray("events").getArray())
                .map(text -> text.split(" ", -1))
                .map(words -> new TrackingEvent(
                        TrackingKind.of(words[0]).orElseThrow(),
                        LocalDate.parse(words[1]),
                        Optional.empty(),
                        ReturnReason.of(words[2])))
                .toList();
    }
}
