package jp.fudamori.institution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code institution}. */
@Repository
class Institutions {

    private final JdbcClient jdbc;
    private final BulkCopy bulk;

    Institutions(JdbcClient jdbc, BulkCopy bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    Optional<Institution> find(InstitutionCode code) {
        return jdbc.sql("""
                select code, name, classification, postal_code, address, phone, registered_on
                  from institution
                 where code = :code
                """)
                .param("code", code.value())
                .query(Institutions::toInstitution)
                .optional();
    }

    /** Until the transaction ends, nobody else adds a row that refers to this institution. */
    void lock(InstitutionCode code) {
        jdbc.sql("select 1 from institution where code = :code for update")
                .param("code", code.value())
                .query()
                .listOfRows();
    }

    List<Institution> find(Collection<InstitutionCode> codes) {
        return jdbc.sql("""
                select code, name, classification, postal_code, address, phone, registered_on
                  from institution
                 where code = any (?)
                """)
                .param(codes.stream().map(InstitutionCode::value).toArray(String[]::new))
                .query(Institutions::toInstitution)
                .list();
    }

    /** Returns those of the codes that the registry does not have. */
    Set<InstitutionCode> unregistered(Collection<InstitutionCode> codes) {
        return new HashSet<>(jdbc.sql("""
                select asked.code
                  from unnest(?) as asked (code)
                 where not exists (select 1 from institution where institution.code = asked.code)
                """)
                .param(codes.stream().map(InstitutionCode::value).toArray(String[]::new))
                .query((row, index) -> new InstitutionCode(row.getString("code")))
                .list());
    }

    /** Takes in every row, and counts what that changed; one import at a time, others may read meanwhile. */
    Import merge(Collection<Institution> institutions) {
        jdbc.sql("lock table institution in share row exclusive mode").update();
        jdbc.sql("create temporary table incoming_institution (like institution)")
                .update();
        bulk.write("""
                copy incoming_institution (code, name, classification, postal_code, address, phone, registered_on)
                from stdin with (format csv)
                """, institutions.stream().map(Institutions::toRow));
        jdbc.sql("analyze incoming_institution").update();
        var counted = count();
        upsert();
        jdbc.sql("drop table incoming_institution").update();
        return counted;
    }

    private Import count() {
        return jdbc.sql("""
                select count(*) filter (where known.code is null) as added,
                       count(*) filter (where not alike) as changed,
                       count(*) filter (where alike) as same
                  from incoming_institution incoming
                  left join institution known on known.code = incoming.code
                 cross join lateral (select
                       (known.name, known.classification, known.postal_code,
                        known.address, known.phone, known.registered_on)
                     = (incoming.name, incoming.classification, incoming.postal_code,
                        incoming.address, incoming.phone, incoming.registered_on)) as comparison (alike)
                """)
                .query((row, index) -> Import.of(row.getInt("added"), row.getInt("changed"), row.getInt("same")))
                .single();
    }

    private void upsert() {
        jdbc.sql("""
                insert into institution as known
                       (code, name, classification, postal_code, address, phone, registered_on)
                select code, name, classification, postal_code, address, phone, registered_on
                  from incoming_institution
                    on conflict (code) do update
                   set name = excluded.name,
                       classification = excluded.classification,
                       postal_code = excluded.postal_code,
                       address = excluded.address,
                       phone = excluded.phone,
                       registered_on = excluded.registered_on
                 where (known.name, known.classification, known.postal_code,
                        known.address, known.phone, known.registered_on)
                    <> (excluded.name, excluded.classification, excluded.postal_code,
                        excluded.address, excluded.phone, excluded.registered_on)
                """).update();
    }

    private static List<String> toRow(Institution institution) {
        return List.of(
                institution.code().value(),
                institution.name(),
                institution.classification().code(),
                institution.postalCode(),
                institution.address(),
                institution.phone(),
                institution.registeredOn().toString());
    }

    private static Institution toInstitution(ResultSet row, int index) throws SQLException {
        var code = new InstitutionCode(row.getString("code"));
        return new Institution(
                code,
                row.getString("name"),
                Classification.of(row.getString("classification")).orElseThrow(),
                PointTable.of(code).orElseThrow(),
                row.getString("postal_code"),
                row.getString("address"),
                row.getString("phone"),
                row.getObject("registered_on", LocalDate.class));
    }
}
