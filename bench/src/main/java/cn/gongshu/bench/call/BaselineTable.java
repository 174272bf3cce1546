package cn.gongshu.bench.call;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A table of its own, in a database of its own, with as many rows as the city has people and as wide as P37's answer. */
final class BaselineTable implements AutoCloseable {

    static final String DATABASE = "gongshu_bench";
    static final String LOOKUP = "SELECT data FROM lookup WHERE id = ?";

    private final DemoDatabase server;

    private BaselineTable(DemoDatabase server) {
        this.server = server;
    }

    /** @param data what every row holds */
    static BaselineTable create(DemoDatabase server, int rows, String data) throws SQLException {
        BaselineTable table = new BaselineTable(server);
        try (Connection own = server.connect(DemoDatabase.ROLE);
                Statement make = own.createStatement()) {
            make.execute("CREATE DATABASE " + DATABASE);
        }
        try (Connection bench = server.connect(DATABASE);
                Statement make = bench.createStatement()) {
            make.execute("CREATE TABLE lookup (id text PRIMARY KEY, data text NOT NULL)");
            try (PreparedStatement fill =
                    bench.prepareStatement("INSERT INTO lookup SELECT 'row-' || n, ? FROM generate_series(1, ?) n")) {
                fill.setString(1, data);
                fill.setInt(2, rows);
                fill.executeUpdate();
            }
            // So that no autovacuum runs while it is measured.
            make.execute("VACUUM ANALYZE lookup");
        } catch (SQLException failed) {
            table.close();
            throw failed;
        }
        return table;
    }

    /** Server processes that work for the baseline. */
    List<Long> processes() {
        try (Connection own = server.connect(DemoDatabase.ROLE);
                PreparedStatement ask = own.prepareStatement("SELECT pid FROM pg_stat_activity WHERE datname = ?")) {
            ask.setString(1, DATABASE);
            List<Long> pids = new ArrayList<>();
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) {
                    pids.add(rows.getLong(1));
                }
            }
            return List.copyOf(pids);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        try (Connection own = server.connect(DemoDatabase.ROLE);
                Statement drop = own.createStatement()) {
            drop.execute("DROP DATABASE IF EXISTS " + DATABASE + " WITH (FORCE)");
        }
    }
}
