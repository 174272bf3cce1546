package cn.gongshu.mandate.offending;

import java.sql.Connection;
import java.sql.SQLException;

/** A mandate that asks a database; see the architecture's test. */
public final class KnowsSql {

    private KnowsSql() {}

    public static boolean open(Connection connection) throws SQLException {
        return !connection.isClosed();
    }
}
