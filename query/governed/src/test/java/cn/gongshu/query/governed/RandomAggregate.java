package cn.gongshu.query.governed;

import cn.gongshu.query.spi.Row;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A random query of the aggregate shape: its SQL in two ways, and what it must give by plain computation. */
record RandomAggregate(
        Join join,
        List<Dimension> dimensions,
        List<Measure> measures,
        @Nullable RandomFilter filter,
        int floor) {

    enum Join {
        NONE,
        INNER,
        LEFT
    }

    enum Dimension {
        DISEASE("disease_group", false),
        MONTH("visit_month", false),
        YEAR("EXTRACT(YEAR FROM seen_on)", false),
        BAND("CASE WHEN visit_month >= 202602 THEN 'late' ELSE 'early' END", false),
        DISTRICT("district_code", true);

        private final String sql;
        private final boolean joined;

        Dimension(String sql, boolean joined) {
            this.sql = sql;
            this.joined = joined;
        }

        private String alias() {
            return "d_" + name().toLowerCase(Locale.ROOT);
        }

        private @Nullable Object of(Map<String, @Nullable Object> row) {
            return switch (this) {
                case DISEASE, MONTH, DISTRICT -> row.get(sql);
                case YEAR -> row.get("seen_on") instanceof LocalDate day ? (Object) (long) day.getYear() : null;
                case BAND -> row.get("visit_month") instanceof Integer month && month >= 202602 ? "late" : "early";
            };
        }
    }

    enum Measure {
        ROWS("COUNT(*)"),
        PERSONS("COUNT(DISTINCT v.patient_id)"),
        FEES("SUM(fee)"),
        DAYS("SUM(days)");

        private final String sql;

        Measure(String sql) {
            this.sql = sql;
        }
    }

    static RandomAggregate of(RandomGenerator random) {
        Join join = Join.values()[random.nextInt(3)];
        List<Dimension> dimensions = Stream.of(Dimension.values())
                .filter(d -> random.nextInt(3) == 0 && (join != Join.NONE || !d.joined))
                .toList();
        List<Measure> measures = new ArrayList<>(
                Stream.of(Measure.values()).filter(m -> random.nextBoolean()).toList());
        if (measures.isEmpty()) {
            measures.add(Measure.ROWS);
        }
        @Nullable RandomFilter filter = random.nextInt(3) == 0 ? null : RandomFilter.of(random, join != Join.NONE, 2);
        return new RandomAggregate(join, dimensions, measures, filter, 1 + random.nextInt(6));
    }

    /** Its SQL; {@code other} asks for another way of saying the same. */
    String sql(boolean other) {
        Stream<String> dims = dimensions.stream().map(d -> d.sql + " AS " + d.alias());
        Stream<String> figures =
                measures.stream().map(m -> m.sql + " AS m_" + m.name().toLowerCase(Locale.ROOT));
        String select = Stream.concat(dims, figures).collect(Collectors.joining(", "));
        String group = dimensions.stream().map(d -> other ? d.alias() : d.sql).collect(Collectors.joining(", "));
        String text = "SELECT " + select + " FROM " + (other ? "c13_04 v" : "C13_04 AS v") + joinSql(other)
                + (filter == null ? "" : " WHERE " + filter.sql(other))
                + (group.isEmpty() ? "" : " GROUP BY " + group);
        return other
                ? "-- said otherwise\n"
                        + text.replace(" FROM C13", "\n  FROM C13").replace("SUM(", "sum( ")
                : text;
    }

    private String joinSql(boolean other) {
        String on = other ? "p.patient_id = v.patient_id" : "v.patient_id = p.patient_id";
        return switch (join) {
            case NONE -> "";
            case INNER -> " INNER JOIN C13_01 p ON " + on;
            case LEFT -> " LEFT JOIN C13_01 p ON " + on;
        };
    }

    /** What it must give. */
    record Expected(List<Row> rows, long hidden) {}

    Expected expected(RandomCity city) {
        Map<List<@Nullable Object>, List<Map<String, @Nullable Object>>> groups = new LinkedHashMap<>();
        if (dimensions.isEmpty()) {
            groups.put(List.of(), new ArrayList<>());
        }
        for (Map<String, @Nullable Object> visit : city.visits) {
            @Nullable Map<String, @Nullable Object> row = kept(visit, city);
            if (row != null && (filter == null || Boolean.TRUE.equals(filter.holds(row)))) {
                List<@Nullable Object> key = new ArrayList<>();
                dimensions.forEach(d -> key.add(d.of(row)));
                groups.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
            }
        }
        List<Row> shown = new ArrayList<>();
        groups.forEach((key, rows) -> {
            if (enough(rows)) {
                List<@Nullable Object> values = new ArrayList<>(key);
                measures.forEach(m -> values.add(figure(m, rows)));
                shown.add(Row.of(values.toArray()));
            }
        });
        shown.sort(order());
        return new Expected(shown, groups.size() - shown.size());
    }

    private @Nullable Map<String, @Nullable Object> kept(Map<String, @Nullable Object> visit, RandomCity city) {
        @Nullable Object person = visit.get("patient_id");
        if (person == null || city.optOuts.contains(person)) {
            return null;
        }
        Map<String, @Nullable Object> row = new HashMap<>(visit);
        if (join != Join.NONE) {
            @Nullable Map<String, @Nullable Object> patient = city.patients.get(person);
            if (patient == null && join == Join.INNER) {
                return null;
            }
            row.put("district_code", patient == null ? null : patient.get("district_code"));
            row.put("birth_year", patient == null ? null : patient.get("birth_year"));
        }
        return row;
    }

    private boolean enough(List<Map<String, @Nullable Object>> rows) {
        return persons(rows, row -> true) >= floor
                && (!measures.contains(Measure.FEES) || persons(rows, row -> gives(row.get("fee"))) >= floor)
                && (!measures.contains(Measure.DAYS) || persons(rows, row -> gives(row.get("days"))) >= floor);
    }

    private static boolean gives(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case BigDecimal number -> number.signum() != 0;
            default -> !value.equals(0);
        };
    }

    private static long persons(
            List<Map<String, @Nullable Object>> rows, Predicate<Map<String, @Nullable Object>> counted) {
        Set<@Nullable Object> persons = new HashSet<>();
        rows.stream().filter(counted).forEach(row -> persons.add(row.get("patient_id")));
        return persons.size();
    }

    private static @Nullable Object figure(Measure measure, List<Map<String, @Nullable Object>> rows) {
        return switch (measure) {
            case ROWS -> (Object) (long) rows.size();
            case PERSONS -> persons(rows, row -> true);
            case FEES ->
                rows.stream()
                        .map(row -> (BigDecimal) row.get("fee"))
                        .filter(Objects::nonNull)
                        .reduce(BigDecimal::add)
                        .map(sum -> sum.setScale(2))
                        .orElse(null);
            case DAYS ->
                rows.stream()
                        .map(row -> (Integer) row.get("days"))
                        .filter(Objects::nonNull)
                        .map(Integer::longValue)
                        .reduce(Long::sum)
                        .orElse(null);
        };
    }

    /** By the dimensions in turn, empty ones last. */
    private Comparator<Row> order() {
        return IntStream.range(0, dimensions.size())
                .mapToObj(RandomAggregate::by)
                .reduce(Comparator::thenComparing)
                .orElse(Comparator.comparingInt(Row::size));
    }

    @SuppressWarnings("unchecked")
    private static Comparator<Row> by(int position) {
        return Comparator.comparing(
                row -> (Comparable<Object>) row.value(position), Comparator.nullsLast(Comparator.naturalOrder()));
    }
}
