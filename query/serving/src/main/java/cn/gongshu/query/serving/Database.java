package cn.gongshu.query.serving;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;

import javax.sql.DataSource;

import java.sql.Connection;
import java.sql.SQLException;

/** Transactions over JDBC whose failures are faults. */
final class Database {

    /** Work on a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private final DataSource source;

    Database(DataSource source) {
        this.source = source;
    }

    /** Runs the work in one transaction: committed if it ends, rolled back if it throws. */
    <T> T transaction(String what, Work<T> work) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                T result = work.on(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw fault(what, failed);
        }
    }

    /** Runs the work with every statement its own transaction. */
    <T> T each(String what, Work<T> work) {
        try (Connection connection = source.getConnection()) {
            return work.on(connection);
        } catch (SQLException failed) {
            throw fault(what, failed);
        }
    }

    static Fault fault(String what, SQLException failed) {
        return new Fault(ErrorCode.DATABASE_UNREACHABLE, what + " (SQL state " + failed.getSQLState() + ")", failed);
    }
}
