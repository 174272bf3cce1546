package cn.gongshu.city.keep;

import cn.gongshu.city.keep.Manifest.Migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a database says of its tables, sequences and migrations. */
final class Schema {

    /** Serving tables and the pointers to them are built anew from the lake; the subjects' keys exist nowhere else. */
    private static final String KEPT = "n.nspname IN ('public', 'lake')"
            + " OR n.nspname = 'serving' AND (c.relname = 'subject_key' OR c.relkind = 'S')";

    private final Connection connection;

    Schema(Connection connection) {
        this.connection = connection;
    }

    /** A table by schema and name. */
    record Name(String schema, String table) implements Comparable<Name> {
        @Override
        public int compareTo(Name other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return schema + "." + table;
        }
    }

    /** The migrations applied, in that order. */
    List<Migration> migrations() throws SQLException {
        String sql = "SELECT version, checksum FROM public.flyway_schema_history"
                + " WHERE version IS NOT NULL AND success ORDER BY installed_rank";
        /* The migrations applied, in that order. */
        List<Migration> migrations = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                migrations.add(new Migration(row.getString(1), row.getInt(2)));
            }
        }
        return migrations;
    }

    /** True when nobody has made anything in this database. */
    boolean empty() throws SQLException {
        String sql = "SELECT NOT EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                + " WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema')";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Texts of one column of one query. */
    List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    /** Kept tables with the columns that can be copied. */
    Map<Name, List<String>> columns() throws SQLException {
        String sql =
                "SELECT n.nspname, c.relname, a.attname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''"
                        + " WHERE c.relkind = 'r' AND (" + KEPT + ") ORDER BY 1, 2, a.attnum";
        Map<Name, List<String>> columns = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                columns.computeIfAbsent(new Name(row.getString(1), row.getString(2)), _ -> new ArrayList<>())
                        .add(row.getString(3));
            }
        }
        return columns;
    }

    /** Kept sequences. */
    List<Name> sequences() throws SQLException {
        String sql = "SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                + " WHERE c.relkind = 'S' AND (" + KEPT + ") ORDER BY 1, 2";
        List<Name> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                names.add(new Name(row.getString(1), row.getString(2)));
            }
        }
        return names;
    }

    /** Tables so that each stands after those its rows refer to. */
    List<Name> ordered(Set<Name> tables) throws SQLException {
        Map<Name, Set<Name>> references = references();
        List<Name> ordered = new ArrayList<>();
        Set<Name> left = new HashSet<>(tables);
        while (!left.isEmpty()) {
            List<Name> next = left.stream()
                    .filter(name -> references.getOrDefault(name, Set.of()).stream()
                            .noneMatch(other -> !other.equals(name) && left.contains(other)))
                    .sorted()
                    .toList();
            if (next.isEmpty()) {
                throw new SQLException("tables refer to one another in a circle: " + left);
            }
            ordered.addAll(next);
            next.forEach(left::remove);
        }
        return ordered;
    }

    private Map<Name, Set<Name>> references() throws SQLException {
        String sql = "SELECT a.nspname, c.relname, b.nspname, d.relname FROM pg_constraint k"
                + " JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace a ON a.oid = c.relnamespace"
                + " JOIN pg_class d ON d.oid = k.confrelid JOIN pg_namespace b ON b.oid = d.relnamespace"
                + " WHERE k.contype = 'f'";
        Map<Name, Set<Name>> references = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                references
                        .computeIfAbsent(new Name(row.getString(1), row.getString(2)), _ -> new HashSet<>())
                        .add(new Name(row.getString(3), row.getString(4)));
            }
        }
        return references;
    }
}
