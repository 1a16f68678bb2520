package se.medel.archive;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The database as it was at one moment, read row by row: one read-only transaction with repeatable reads, so that what is written
 * while a package is being made is in it whole or not at all. It is a connection of its own and no transaction of the thread,
 * which may go on for as long as somebody downloads.
 */
final class Snapshot implements AutoCloseable {

    /** So many rows are held at once; a row can be as large as a claim with its rows. */
    private static final int AT_ONCE = 20;

    /** What is done with a row. */
    interface Row {
        void take(ResultSet row) throws SQLException, IOException;
    }

    private final Connection connection;

    private Snapshot(Connection connection) {
        this.connection = connection;
    }

    static Snapshot of(DataSource database) throws SQLException {
        Connection connection = database.getConnection();
        try {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return new Snapshot(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Every row, in turn; others can be asked for while one is in hand. */
    void each(String sql, Row row, Object... parameters) throws SQLException, IOException {
        each(AT_ONCE, sql, row, parameters);
    }

    void each(int atOnce, String sql, Row row, Object... parameters) throws SQLException, IOException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(atOnce);
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    row.take(rows);
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            connection.setReadOnly(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(true);
        }
    }
}
