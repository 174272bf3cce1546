package cn.gongshu.query.governed;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** A random condition: as SQL in two ways of saying it, and as its value on a row by three-valued logic. */
sealed interface RandomFilter {

    /** SQL; {@code other} asks for another way of saying the same. */
    String sql(boolean other);

    /** True, false or null for unknown. */
    @Nullable
    Boolean holds(Map<String, @Nullable Object> row);

    record Both(RandomFilter left, RandomFilter right) implements RandomFilter {
        @Override
        public String sql(boolean other) {
            return other
                    ? "(" + right.sql(true) + ") AND (" + left.sql(true) + ")"
                    : "(" + left.sql(false) + " AND " + right.sql(false) + ")";
        }

        @Override
        public @Nullable Boolean holds(Map<String, @Nullable Object> row) {
            @Nullable Boolean a = left.holds(row);
            @Nullable Boolean b = right.holds(row);
            return (Boolean.FALSE.equals(a) || Boolean.FALSE.equals(b)) ? Boolean.FALSE : known(a, b, true);
        }
    }

    record Either(RandomFilter left, RandomFilter right) implements RandomFilter {
        @Override
        public String sql(boolean other) {
            return other
                    ? "NOT (NOT (" + left.sql(true) + ") and not (" + right.sql(true) + "))"
                    : "(" + left.sql(false) + " OR " + right.sql(false) + ")";
        }

        @Override
        public @Nullable Boolean holds(Map<String, @Nullable Object> row) {
            @Nullable Boolean a = left.holds(row);
            @Nullable Boolean b = right.holds(row);
            return (Boolean.TRUE.equals(a) || Boolean.TRUE.equals(b)) ? Boolean.TRUE : known(a, b, false);
        }
    }

    record Among(String column, List<Integer> values) implements RandomFilter {
        @Override
        public String sql(boolean other) {
            return other
                    ? values.stream().map(v -> v + " = " + column).collect(Collectors.joining(" OR ", "(", ")"))
                    : column + " IN (" + values.stream().map(String::valueOf).collect(Collectors.joining(",")) + ")";
        }

        @Override
        public @Nullable Boolean holds(Map<String, @Nullable Object> row) {
            @Nullable Object value = row.get(column);
            return value == null ? null : (Boolean) values.contains(value);
        }
    }

    record Between(String column, int from, int to) implements RandomFilter {
        @Override
        public String sql(boolean other) {
            return other
                    ? "(" + column + " >= " + from + " AND " + to + " >= " + column + ")"
                    : column + " BETWEEN " + from + " AND " + to;
        }

        @Override
        public @Nullable Boolean holds(Map<String, @Nullable Object> row) {
            return row.get(column) instanceof Integer value ? (Boolean) (value >= from && value <= to) : null;
        }
    }

    record Is(String column, String text) implements RandomFilter {
        @Override
        public String sql(boolean other) {
            String literal = "'" + text.replace("'", "''") + "'";
            return other ? "not " + column + " <> " + literal : column + " = " + literal;
        }

        @Override
        public @Nullable Boolean holds(Map<String, @Nullable Object> row) {
            @Nullable Object value = row.get(column);
            return value == null ? null : (Boolean) value.equals(text);
        }
    }

    record Missing(String column) implements RandomFilter {
        @Override
        public String sql(boolean other) {
            return other ? "NOT " + column + " IS NOT NULL" : column + " IS NULL";
        }

        @Override
        public @Nullable Boolean holds(Map<String, @Nullable Object> row) {
            return row.get(column) == null;
        }
    }

    private static @Nullable Boolean known(@Nullable Boolean a, @Nullable Boolean b, boolean value) {
        return (a == null || b == null) ? null : (Boolean) value;
    }

    static RandomFilter of(RandomGenerator random, boolean joined, int depth) {
        if (depth > 0 && random.nextBoolean()) {
            RandomFilter left = of(random, joined, depth - 1);
            RandomFilter right = of(random, joined, depth - 1);
            return random.nextBoolean() ? new Both(left, right) : new Either(left, right);
        }
        return switch (random.nextInt(joined ? 6 : 4)) {
            case 0 -> new Is("disease_group", random.nextBoolean() ? "流感" : "O'Neil");
            case 1 -> new Among("visit_month", List.of(202601, 202603, 1));
            case 2 -> new Between("visit_month", 202601, 202600 + random.nextInt(4));
            case 3 -> new Missing("disease_group");
            case 4 -> new Is("district_code", "341501");
            default -> new Between("birth_year", 1950, 1951 + random.nextInt(3));
        };
    }
}
