package jp.fudamori.calendar;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code calendar_override}. */
@Repository
class CalendarOverrides {

    private final JdbcClient jdbc;

    CalendarOverrides(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CalendarOverride> all() {
        return jdbc.sql("""
                select day, open, name
                  from calendar_override
                 order by day
                """)
                .query((row, index) -> new CalendarOverride(
                        row.getObject("day", LocalDate.class), row.getBoolean("open"), row.getString("name")))
                .list();
    }

    void save(CalendarOverride override) {
        jdbc.sql("""
                insert into calendar_override (day, open, name)
                values (:day, :open, :name)
                on conflict (day) do update
                   set open = excluded.open, name = excluded.name
                """)
                .param("day", override.day())
                .param("open", override.open())
                .param("name", override.name())
                .update();
    }

    /** Returns whether there was one. */
    boolean delete(LocalDate day) {
        return jdbc.sql("""
                delete from calendar_override
                 where day = :day
                """).param("day", day).update() > 0;
    }
}
