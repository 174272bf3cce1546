package cn.gongshu.cities.luan.sheet;

import cn.gongshu.cities.luan.Words;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A tab-separated table of this city: UTF-8, lines that start with # are remarks, the first other line names the
 * columns, every row has as many cells. Inside a cell {@code \n} is a line break and {@code ;} separates a list.
 *
 * @param name where it lies under the city's resources, such as {@code data/annex2.tsv}
 */
public record Sheet(String name, List<Row> rows) {

    private static final String ROOT = "/cn/gongshu/cities/luan/";

    public Sheet {
        rows = List.copyOf(rows);
    }

    /**
     * Reads a table of the city.
     *
     * @throws Fault INTERNAL when it is missing or a row has the wrong number of cells: the delivery is damaged
     */
    public static Sheet read(String name) {
        return parse(name, text(name));
    }

    /** The whole text of a file of the city, such as a product's SQL. */
    public static String text(String name) {
        try (InputStream in = Sheet.class.getResourceAsStream(ROOT + name)) {
            if (in == null) {
                throw new Fault(ErrorCode.INTERNAL, "city file " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Fault(ErrorCode.INTERNAL, "city file " + name + " cannot be read", e);
        }
    }

    static Sheet parse(String name, String text) {
        List<Row> rows = new ArrayList<>();
        List<String> header = List.of();
        int line = 0;
        for (String each : text.lines().toList()) {
            line++;
            if (each.isBlank() || each.startsWith("#")) {
                continue;
            }
            List<String> cells = List.of(each.split("\t", -1));
            if (header.isEmpty()) {
                header = cells;
            } else {
                rows.add(row(name + ":" + line, header, cells));
            }
        }
        return new Sheet(name, rows);
    }

    private static Row row(String place, List<String> header, List<String> cells) {
        if (header.size() != cells.size()) {
            throw new Fault(ErrorCode.INTERNAL, place + " has " + cells.size() + " cells, the header " + header.size());
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            values.put(header.get(i), cells.get(i).replace("\\n", "\n"));
        }
        return new Row(place, values);
    }

    /**
     * One row.
     *
     * @param place file and line, for messages
     * @param cells by column name; an empty cell is an empty text
     */
    public record Row(String place, Map<String, String> cells) {

        public Row {
            cells = Map.copyOf(cells);
        }

        /** The cell's text; a fault when the table has no such column. */
        public String text(String column) {
            String value = cells.get(column);
            if (value == null) {
                throw new Fault(ErrorCode.INTERNAL, place + " has no column " + column);
            }
            return value;
        }

        /** The parts between semicolons; none for an empty cell. */
        public List<String> list(String column) {
            String value = text(column);
            return value.isEmpty() ? List.of() : List.of(value.split(";", -1));
        }

        public int whole(String column) {
            try {
                return Integer.parseInt(text(column));
            } catch (NumberFormatException e) {
                throw new Fault(ErrorCode.INTERNAL, place + " " + column + " is not a whole number", e);
            }
        }

        /** Exactly {@code true} or {@code false}. */
        public boolean flag(String column) {
            return switch (text(column)) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new Fault(ErrorCode.INTERNAL, place + " " + column + " is neither true nor false");
            };
        }

        public <E extends Enum<E>> E one(Class<E> type, String column) {
            return constant(type, text(column));
        }

        public <E extends Enum<E>> List<E> many(Class<E> type, String column) {
            return list(column).stream().map(each -> constant(type, each)).toList();
        }

        /** The sentence in columns {@code zh} and {@code en}. */
        public Words words() {
            return new Words(text("zh"), text("en"));
        }

        private <E extends Enum<E>> E constant(Class<E> type, String value) {
            try {
                return Enum.valueOf(type, value);
            } catch (IllegalArgumentException e) {
                throw new Fault(ErrorCode.INTERNAL, place + ": " + value + " is no " + type.getSimpleName(), e);
            }
        }
    }
}
