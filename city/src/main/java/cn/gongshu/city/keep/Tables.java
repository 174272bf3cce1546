package cn.gongshu.city.keep;

import cn.gongshu.city.keep.DurableFiles.Written;
import cn.gongshu.city.keep.Manifest.SequenceValue;
import cn.gongshu.city.keep.Manifest.TableCopy;
import cn.gongshu.city.keep.Schema.Name;
import org.postgresql.PGConnection;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables of one database, copied out of and into one transaction. */
final class Tables {

    private final Connection connection;
    private final Schema schema;

    Tables(Connection connection) {
        this.connection = connection;
        this.schema = new Schema(connection);
    }

    /** What the database says of its tables. */
    Schema schema() {
        return schema;
    }

    /** Copies every kept table into {@code folder/tables}, each after the tables it refers to. */
    List<TableCopy> copyOut(Path folder) throws SQLException, IOException {
        DurableFiles.makePrivately(folder.resolve("tables"));
        Map<Name, List<String>> columns = schema.columns();
        List<TableCopy> copies = new ArrayList<>();
        for (Name name : schema.ordered(columns.keySet())) {
            List<String> named = Objects.requireNonNull(columns.get(name));
            copies.add(copyOut(folder, new TableCopy(name.schema(), name.table(), named, 0, 0, "")));
        }
        DurableFiles.forceNames(folder.resolve("tables"));
        return copies;
    }

    private TableCopy copyOut(Path folder, TableCopy table) throws SQLException, IOException {
        long[] rows = new long[1];
        Written written =
                DurableFiles.writeSecret(folder.resolve(table.file()), out -> rows[0] = rows(copySql(table), out));
        return new TableCopy(table.schema(), table.name(), table.columns(), rows[0], written.bytes(), written.sha256());
    }

    private long rows(String target, OutputStream out) throws IOException {
        try {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY " + target + " TO STDOUT (FORMAT binary)", out);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** Replaces what the migrations put into the tables by what was copied. */
    void copyIn(Path folder, List<TableCopy> tables) throws SQLException, IOException {
        Set<Name> known = schema.columns().keySet();
        for (TableCopy table : tables) {
            if (!known.contains(new Name(table.schema(), table.name()))) {
                throw new SQLException("this version has no table " + table.schema() + "." + table.name());
            }
        }
        execute("TRUNCATE "
                + tables.stream().map(t -> quoted(t.schema(), t.name())).collect(Collectors.joining(", ")));
        for (TableCopy table : tables) {
            try (InputStream in = Files.newInputStream(folder.resolve(table.file()))) {
                String sql = "COPY " + copySql(table) + " FROM STDIN (FORMAT binary)";
                long rows = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, in);
                if (rows != table.rows()) {
                    throw new SQLException(table.name() + " took " + rows + " rows, not " + table.rows());
                }
            }
        }
    }

    List<SequenceValue> sequences() throws SQLException {
        List<SequenceValue> values = new ArrayList<>();
        for (Name name : schema.sequences()) {
            String sql = "SELECT last_value, is_called FROM " + quoted(name.schema(), name.table());
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                values.add(new SequenceValue(name.schema(), name.table(), row.getLong(1), row.getBoolean(2)));
            }
        }
        return values;
    }

    void set(List<SequenceValue> sequences) throws SQLException {
        for (SequenceValue sequence : sequences) {
            try (var set = connection.prepareStatement("SELECT setval(?::regclass, ?, ?)")) {
                set.setString(1, quoted(sequence.schema(), sequence.name()));
                set.setLong(2, sequence.value());
                set.setBoolean(3, sequence.called());
                set.execute();
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String copySql(TableCopy table) {
        return quoted(table.schema(), table.name())
                + table.columns().stream().map(Tables::quoted).collect(Collectors.joining(", ", " (", ")"));
    }

    private static String quoted(String schema, String name) {
        return quoted(schema) + "." + quoted(name);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
