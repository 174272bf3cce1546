package cn.gongshu.regulation;

import java.util.ArrayList;
import java.util.List;

/**
 * A table that an official can read: UTF-8, one row a line, tab between cells, the first line naming the columns.
 * Blank lines and lines that start with # are skipped. Anything else out of shape is refused with its line number.
 */
final class TsvTable {

    private TsvTable() {}

    /** @throws IllegalArgumentException when a line has another number of cells, or the header other columns */
    static List<List<String>> rows(String text, List<String> columns) {
        List<List<String>> rows = new ArrayList<>();
        boolean header = true;
        int line = 0;
        for (String raw : text.lines().toList()) {
            line++;
            if (raw.isBlank() || raw.startsWith("#")) {
                continue;
            }
            List<String> cells = cells(raw);
            if (header && !cells.equals(columns)) {
                throw new IllegalArgumentException("line " + line + ": expected the columns " + columns);
            }
            if (cells.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "line " + line + ": " + cells.size() + " cells, expected " + columns.size());
            }
            if (!header) {
                rows.add(cells);
            }
            header = false;
        }
        return rows;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        int from = 0;
        for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', from)) {
            cells.add(line.substring(from, tab).strip());
            from = tab + 1;
        }
        cells.add(line.substring(from).strip());
        return cells;
    }
}
