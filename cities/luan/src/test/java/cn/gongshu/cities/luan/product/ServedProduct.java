package cn.gongshu.cities.luan.product;

import cn.gongshu.kernel.CanonicalJson;
import cn.gongshu.kernel.Json;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** The rows of a product's query, computed by DuckDB, served from a PostgreSQL table and answered by its expression. */
final class ServedProduct {

    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-z_]+)");

    private final Connection connection;
    private final AnswerExpression expression;

    private ServedProduct(Connection connection, AnswerExpression expression) {
        this.connection = connection;
        this.expression = expression;
    }

    static ServedProduct build(LoadedCity source, ProductDefinition product, Connection target) throws SQLException {
        AnswerExpression expression = product.expression();
        if (expression == null) {
            throw new AssertionError(product.code() + " answers no calls");
        }
        try (Statement statement = source.connection().createStatement();
                ResultSet rows = statement.executeQuery(product.query())) {
            copy(rows, target);
        }
        return new ServedProduct(target, expression);
    }

    /** The answer for a subject as canonical JSON, or nothing when the table has no such subject. */
    List<String> answer(String subject, Map<String, Integer> parameters) throws SQLException {
        String sql = "SELECT (" + PARAMETER.matcher(expression.text()).replaceAll("?")
                + ")::text FROM serving s WHERE subject_id = ?";
        List<String> answers = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int place = 1;
            for (String parameter : occurrences()) {
                statement.setInt(place++, Objects.requireNonNull(parameters.get(parameter)));
            }
            statement.setString(place, subject);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    answers.add(CanonicalJson.text(Json.parse(rows.getString(1), Json.Limits.USUAL)));
                }
            }
        }
        return answers;
    }

    private List<String> occurrences() {
        return PARAMETER
                .matcher(expression.text())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static void copy(ResultSet rows, Connection target) throws SQLException {
        ResultSetMetaData meta = rows.getMetaData();
        List<String> names = new ArrayList<>();
        List<String> declarations = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            names.add("?");
            declarations.add(meta.getColumnName(i) + " " + type(meta.getColumnTypeName(i)));
        }
        try (Statement statement = target.createStatement()) {
            statement.execute(
                    "CREATE TABLE serving (" + String.join(", ", declarations) + ", PRIMARY KEY (subject_id))");
        }
        insert(rows, names, target);
    }

    private static void insert(ResultSet rows, List<String> names, Connection target) throws SQLException {
        target.setAutoCommit(false);
        try (PreparedStatement insert =
                target.prepareStatement("INSERT INTO serving VALUES (" + String.join(", ", names) + ")")) {
            while (rows.next()) {
                for (int i = 1; i <= names.size(); i++) {
                    insert.setObject(i, served(rows.getObject(i), target));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
        target.commit();
        target.setAutoCommit(true);
    }

    private static Object served(Object value, Connection target) throws SQLException {
        return value instanceof Array array ? target.createArrayOf("int4", (Object[]) array.getArray()) : value;
    }

    private static String type(String duckDbType) {
        return switch (duckDbType) {
            case "VARCHAR" -> "text";
            case "INTEGER" -> "integer";
            case "BIGINT" -> "bigint";
            case "INTEGER[]" -> "integer[]";
            default -> throw new AssertionError(duckDbType);
        };
    }
}
