package cn.gongshu.lake;

import cn.gongshu.kernel.ItemId;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Loads whose snapshots the lake no longer keeps, so that a delivery repeated years later is still known. */
final class ExpiredLoads {

    private final LakeConfig config;
    private final String table;

    ExpiredLoads(LakeConfig config) {
        this.config = config;
        this.table = config.schema() + ".expired_load";
    }

    static void createTable(Connection connection, String schema) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS " + schema + ".expired_load ("
                    + "item_id text NOT NULL, load_id text NOT NULL, snapshot_id bigint NOT NULL, "
                    + "loaded_at timestamptz NOT NULL, row_count bigint NOT NULL, byte_count bigint NOT NULL, "
                    + "PRIMARY KEY (item_id, load_id))");
        }
    }

    /** Entered before the snapshots go, so that a process killed in between forgets no load. */
    void enter(ItemId item, List<LakeSnapshot> snapshots) {
        String sql = "INSERT INTO " + table + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
        try (Connection connection = Catalogue.connect(config);
                PreparedStatement insert = connection.prepareStatement(sql)) {
            for (LakeSnapshot snapshot : snapshots) {
                insert.setString(1, item.value());
                insert.setString(2, snapshot.loadId());
                insert.setLong(3, snapshot.id());
                insert.setObject(4, snapshot.loadedAt().atOffset(ZoneOffset.UTC));
                insert.setLong(5, snapshot.rows());
                insert.setLong(6, snapshot.bytes());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw Catalogue.unreachable(e);
        }
    }

    Optional<LakeSnapshot> find(ItemId item, String loadId) {
        String sql = "SELECT snapshot_id, loaded_at, row_count, byte_count FROM " + table
                + " WHERE item_id = ? AND load_id = ?";
        try (Connection connection = Catalogue.connect(config);
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, item.value());
            select.setString(2, loadId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(snapshot(row, loadId)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw Catalogue.unreachable(e);
        }
    }

    private static LakeSnapshot snapshot(ResultSet row, String loadId) throws SQLException {
        return new LakeSnapshot(
                row.getLong(1),
                loadId,
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getLong(3),
                row.getLong(4));
    }
}
