package jp.fudamori.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.fudamori.application.LineNumber;
import jp.fudamori.ca.RevocationReason;
import jp.fudamori.certificate.RevocationRequest.CarriedOut;
import jp.fudamori.certificate.RevocationRequest.Dropped;
import jp.fudamori.certificate.RevocationRequest.Grounds;
import jp.fudamori.certificate.RevocationRequest.Opened;
import jp.fudamori.certificate.RevocationRequest.Refused;
import jp.fudamori.certificate.RevocationRequest.Stated;
import jp.fudamori.certificate.RevocationRequest.Wish;
import jp.fudamori.institution.InstitutionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code revocation_request}. */
@Repository
class RevocationRequests {

    private final JdbcClient jdbc;

    RevocationRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Opened request) {
        var wish = request.wish();
        jdbc.sql("""
                insert into revocation_request
                       (request_id, institution_code, lines, by_office, requested_by, requested_at, state)
                values (:id, :institution, :lines, :byOffice, :by, :at, 'opened')
                """)
                .param("id", wish.id().value())
                .param("institution", wish.institution().value())
                .param("lines", texts(wish.lines()))
                .param("byOffice", wish.byOffice())
                .param("by", wish.by())
                .param("at", wish.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Finds a request and locks it until the transaction ends. */
    Optional<RevocationRequest> lock(RequestId id) {
        return jdbc.sql("""
                select request_id, institution_code, lines, by_office, requested_by, requested_at, state,
                       reason, note, decided_by, decided_at, revoked
                  from revocation_request
                 where request_id = :id
                   for update
                """)
                .param("id", id.value())
                .query(RevocationRequests::toRequest)
                .optional();
    }

    void save(Stated request) {
        jdbc.sql(
                        "update revocation_request set state = 'stated', reason = :reason, note = :note where request_id = :id")
                .param("reason", request.grounds().reason().code())
                .param("note", request.grounds().note())
                .param("id", request.wish().id().value())
                .update();
    }

    void save(CarriedOut request) {
        jdbc.sql("""
                update revocation_request
                   set state = 'carried-out', decided_by = :by, decided_at = :at, revoked = :revoked
                 where request_id = :id
                """)
                .param("by", request.by())
                .param("at", request.at().atOffset(ZoneOffset.UTC))
                .param("revoked", texts(request.revoked()))
                .param("id", request.wish().id().value())
                .update();
    }

    void save(Dropped request) {
        end(request.wish().id(), "dropped", request.by(), request.at());
    }

    void save(Refused request) {
        end(request.wish().id(), "refused", request.by(), request.at());
    }

    private void end(RequestId id, String state, String by, Instant at) {
        jdbc.sql("""
                update revocation_request set state = :state, decided_by = :by, decided_at = :at
                 where request_id = :id
                """)
                .param("state", state)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    private static RevocationRequest toRequest(ResultSet row, int index) throws SQLException {
        var wish = new Wish(
                new RequestId(row.getObject("request_id", UUID.class)),
                new InstitutionCode(row.getString("institution_code")),
                lines(row, "lines"),
                row.getBoolean("by_office"),
                row.getString("requested_by"),
                moment(row, "requested_at"));
        return switch (row.getString("state")) {
            case "opened" -> new Opened(wish);
            case "stated" -> new Stated(wish, grounds(row));
            case "carried-out" ->
                new CarriedOut(
                        wish,
                        grounds(row),
                        row.getString("decided_by"),
                        moment(row, "decided_at"),
                        lines(row, "revoked"));
            case "refused" -> new Refused(wish, grounds(row), row.getString("decided_by"), moment(row, "decided_at"));
            default -> new Dropped(wish, row.getString("decided_by"), moment(row, "decided_at"));
        };
    }

    private static Grounds grounds(ResultSet row) throws SQLException {
        return new Grounds(RevocationReason.of(row.getInt("reason")), row.getString("note"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static List<LineNumber> lines(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(line -> LineNumber.parse(line).orElseThrow())
                .toList();
    }

    private static String[] texts(List<LineNumber> lines) {
        return lines.stream().map(LineNumber::toString).toArray(String[]::new);
    }
}
