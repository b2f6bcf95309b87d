package jp.fudamori.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.LineNumber;

/** The key that all tables of this module share. */
final class Lines {

    private Lines() {}

    /** Reads the columns {@code application_number} and {@code line}. */
    static LineNumber of(ResultSet row) throws SQLException {
        return new LineNumber(new ApplicationNumber(row.getString("application_number")), row.getInt("line"));
    }
}
