package jp.fudamori.institution;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.fudamori.institution.Qualification.PaymentMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code qualification}. */
@Repository
class Qualifications {

    private final JdbcClient jdbc;
    private final BulkCopy bulk;

    Qualifications(JdbcClient jdbc, BulkCopy bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    Optional<Qualification> find(InstitutionCode institution) {
        return jdbc.sql("""
                select accepted_on, payment_method
                  from qualification
                 where institution_code = :institution
                """)
                .param("institution", institution.value())
                .query((row, index) -> new Qualification(
                        institution,
                        row.getObject("accepted_on", LocalDate.class),
                        PaymentMethod.valueOf(row.getString("payment_method"))))
                .optional();
    }

    void save(Qualification qualification) {
        jdbc.sql("""
                insert into qualification (institution_code, accepted_on, payment_method)
                values (:institution, :acceptedOn, :paymentMethod)
                on conflict (institution_code) do update
                   set accepted_on = excluded.accepted_on, payment_method = excluded.payment_method
                """)
                .param("institution", qualification.institution().value())
                .param("acceptedOn", qualification.acceptedOn())
                .param("paymentMethod", qualification.paymentMethod().name())
                .update();
    }

    /** Takes in every row, and counts what that changed; one import at a time, others may read meanwhile. */
    Import merge(Collection<Qualification> qualifications) {
        jdbc.sql("lock table qualification in share row exclusive mode").update();
        jdbc.sql("create temporary table incoming_qualification (like qualification)")
                .update();
        bulk.write("""
                copy incoming_qualification (institution_code, accepted_on, payment_method)
                from stdin with (format csv)
                """, qualifications.stream().map(Qualifications::toRow));
        jdbc.sql("analyze incoming_qualification").update();
        var counted = count();
        upsert();
        jdbc.sql("drop table incoming_qualification").update();
        return counted;
    }

    private Import count() {
        return jdbc.sql("""
                select count(*) filter (where known.institution_code is null) as added,
                       count(*) filter (where not alike) as changed,
                       count(*) filter (where alike) as same
                  from incoming_qualification incoming
                  left join qualification known on known.institution_code = incoming.institution_code
                 cross join lateral (select
                       (known.accepted_on, known.payment_method)
                     = (incoming.accepted_on, incoming.payment_method)) as comparison (alike)
                """)
                .query((row, index) ->
                        new Import(row.getInt("added"), row.getInt("changed"), row.getInt("same"), List.of()))
                .single();
    }

    private void upsert() {
        jdbc.sql("""
                insert into qualification as known (institution_code, accepted_on, payment_method)
                select institution_code, accepted_on, payment_method
                  from incoming_qualification
                    on conflict (institution_code) do update
                   set accepted_on = excluded.accepted_on,
                       payment_method = excluded.payment_method
                 where (known.accepted_on, known.payment_method)
                    <> (excluded.accepted_on, excluded.payment_method)
                """).update();
    }

    private static List<String> toRow(Qualification qualification) {
        return List.of(
                qualification.institution().value(),
                qualification.acceptedOn().toString(),
                qualification.paymentMethod().name());
    }
}
