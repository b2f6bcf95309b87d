package jp.fudamori.fee;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jp.fudamori.account.AccountId;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.institution.Qualification.PaymentMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code fee_consent} and {@code fee}. */
@Repository
class Fees {

    /** Month of an entry of day {@code :on}; what a closed month would have had goes to the one after it. */
    private static final String FIRST_OPEN_MONTH = """
            greatest(date_trunc('month', cast(:on as date))::date,
                     (select (max(month) + interval '1 month')::date from fee_month))
            """;

    private static final String SELECT = """
            select reference, institution_code, amount_yen, payment_method, posted_on,
                   (select r.posted_on from fee r where r.reverses = fee.entry_id) as cancelled_on
              from fee
            """;

    private final JdbcClient jdbc;

    Fees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void addConsent(String reference, Consent consent) {
        jdbc.sql("""
                insert into fee_consent (reference, text_version, text_hash, amount_yen, consented_by, consented_at,
                       channel, caller_name)
                values (:reference, :version, :hash, :amount, :by, :at, :channel, :caller)
                """)
                .param("reference", reference)
                .param("version", consent.textVersion())
                .param("hash", consent.textHash())
                .param("amount", consent.amountYen())
                .param("by", consent.by().value())
                .param("at", consent.at().atOffset(ZoneOffset.UTC))
                .param("channel", consent.channel().name())
                .param("caller", consent.call().map(PhoneCall::callerName).orElse(null))
                .update();
    }

    Optional<Consent> consent(String reference) {
        return jdbc.sql("""
                select text_version, text_hash, amount_yen, consented_by, consented_at, caller_name
                  from fee_consent
                 where reference = :reference
                """)
                .param("reference", reference)
                .query(Fees::toConsent)
                .optional();
    }

    /** Returns whether it was added; false when the reference has its fee already. */
    boolean add(Fee fee, String consentReference) {
        waitForClosing();
        return jdbc.sql("""
                insert into fee (reference, consent_reference, institution_code, amount_yen, payment_method, posted_on,
                       kind, recorded_by, statement_month)
                values (:reference, :consent, :institution, :amount, :method, :on, 'POSTED', 'process',
                """ + FIRST_OPEN_MONTH + """
                )
                on conflict (reference, kind) do nothing
                """)
                        .param("reference", fee.reference())
                        .param("consent", consentReference)
                        .param("institution", fee.institution().value())
                        .param("amount", fee.amountYen())
                        .param("method", fee.paymentMethod().name())
                        .param("on", fee.postedOn())
                        .update()
                == 1;
    }

    /**
     * Returns whether it was reversed now; false when that was done earlier.
     *
     * @param by account, or {@code process}
     */
    boolean reverse(Fee fee, String reason, String by, LocalDate on) {
        waitForClosing();
        return jdbc.sql("""
                insert into fee (reference, consent_reference, institution_code, amount_yen, payment_method, posted_on,
                       kind, reverses, reason, recorded_by, statement_month)
                select reference, consent_reference, institution_code, -amount_yen, payment_method, :on,
                       'REVERSED', entry_id, :reason, :by,
                """ + FIRST_OPEN_MONTH + """
                  from fee
                 where reference = :reference and kind = 'POSTED'
                    on conflict (reference, kind) do nothing
                """)
                        .param("reference", fee.reference())
                        .param("on", on)
                        .param("reason", reason)
                        .param("by", by)
                        .update()
                == 1;
    }

    /** Entries are written side by side, but none while a month is being closed; see {@link Statements#lock}. */
    private void waitForClosing() {
        jdbc.sql("select pg_advisory_xact_lock_shared(hashtextextended('fee-month', 0))")
                .query((row, index) -> true)
                .single();
    }

    Optional<Fee> find(String reference) {
        return jdbc.sql(SELECT + " where reference = :reference and kind = 'POSTED'")
                .param("reference", reference)
                .query(Fees::toFee)
                .optional();
    }

    List<Fee> of(String consentReference) {
        return jdbc.sql(SELECT + " where consent_reference = :consent and kind = 'POSTED' order by reference")
                .param("consent", consentReference)
                .query(Fees::toFee)
                .list();
    }

    private static Consent toConsent(ResultSet row, int index) throws SQLException {
        return new Consent(
                row.getString("text_version"),
                row.getString("text_hash"),
                row.getInt("amount_yen"),
                new AccountId(row.getString("consented_by")),
                row.getObject("consented_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("caller_name")).map(PhoneCall::new));
    }

    private static Fee toFee(ResultSet row, int index) throws SQLException {
        return new Fee(
                row.getString("reference"),
                new InstitutionCode(row.getString("institution_code")),
                row.getInt("amount_yen"),
                PaymentMethod.valueOf(row.getString("payment_method")),
                row.getObject("posted_on", LocalDate.class),
                Optional.ofNullable(row.getObject("cancelled_on", LocalDate.class)));
    }
}
