package jp.fudamori.institution;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** Returns whether it is the first of its institution. */
    boolean save(Qualification qualification) {
        boolean first = add(qualification);
        if (!first) {
            replace(qualification);
        }
        return first;
    }

    private boolean add(Qualification qualification) {
        return jdbc.sql("""
                insert into qualification (institution_code, accepted_on, payment_method)
                values (:institution, :acceptedOn, :paymentMethod)
                    on conflict (institution_code) do nothing
                """)
                        .param("institution", qualification.institution().value())
                        .param("acceptedOn", qualification.acceptedOn())
                        .param("paymentMethod", qualification.paymentMethod().name())
                        .update()
                == 1;
    }

    private void replace(Qualification qualification) {
        jdbc.sql("""
                update qualification
                   set accepted_on = :acceptedOn, payment_method = :paymentMethod
                 where institution_code = :institution
                """)
                .param("institution", qualification.institution().value())
                .param("acceptedOn", qualification.acceptedOn())
                .param("paymentMethod", qualification.paymentMethod().name())
                .update();
    }

    /** Takes in every row, and tells what that changed; one import at a time, others may read meanwhile. */
    Merged merge(Collection<Qualification> qualifications) {
        jdbc.sql("lock table qualification in share row exclusive mode").update();
        jdbc.sql("create temporary table incoming_qualification (like qualification)")
                .update();
        bulk.write("""
                copy incoming_qualification (institution_code, accepted_on, payment_method)
                from stdin with (format csv)
                """, qualifications.stream().map(Qualifications::toRow));
        jdbc.sql("analyze incoming_qualification").update();
        var merged = new Merged(count(), added());
        upsert();
        jdbc.sql("drop table incoming_qualification").update();
        return merged;
    }

    /** @param added institutions of which nothing was on file */
    record Merged(Import counted, Set<InstitutionCode> added) {}

    private Set<InstitutionCode> added() {
        return jdbc.sql("""
                select incoming.institution_code
                  from incoming_qualification incoming
                 where not exists (select
                         from qualification known
                        where known.institution_code = incoming.institution_code)
                """).query(String.class).list().stream()
                .map(InstitutionCode::new)
                .collect(Collectors.toUnmodifiableSet());
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
                .query((row, index) -> Import.of(row.getInt("added"), row.getInt("changed"), row.getInt("same")))
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
