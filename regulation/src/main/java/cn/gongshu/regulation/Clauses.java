package cn.gongshu.regulation;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every clause that some rule or test may name, in the order of the table. */
public final class Clauses {

    private static final String RESOURCE = "clauses.tsv";
    private static final List<String> COLUMNS = List.of("id", "kind", "mark", "due", "basis", "zh", "en");

    private final Map<String, ClauseRow> byId;

    private Clauses(Map<String, ClauseRow> byId) {
        this.byId = byId;
    }

    /** The clauses this build was made with. */
    public static Clauses load() {
        try (InputStream in = Clauses.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new Fault(ErrorCode.INTERNAL, RESOURCE + " is missing");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new Fault(ErrorCode.INTERNAL, RESOURCE + " cannot be read", e);
        }
    }

    /** @throws IllegalArgumentException on a row out of shape, an id given twice or a cell left empty */
    static Clauses parse(String text) {
        Map<String, ClauseRow> byId = new LinkedHashMap<>();
        for (List<String> cells : TsvTable.rows(text, COLUMNS)) {
            if (cells.contains("")) {
                throw new IllegalArgumentException("clause " + cells.getFirst() + " leaves a cell empty");
            }
            ClauseRow row = row(cells);
            if (byId.putIfAbsent(row.id(), row) != null) {
                throw new IllegalArgumentException("clause " + row.id() + " stands twice");
            }
        }
        return new Clauses(byId);
    }

    private static ClauseRow row(List<String> cells) {
        return new ClauseRow(
                cells.get(0),
                ClauseRow.Kind.valueOf(cells.get(1)),
                ClauseRow.Mark.ofLetter(cells.get(2)),
                Integer.parseInt(cells.get(3)),
                cells.get(4),
                cells.get(5),
                cells.get(6));
    }

    public Optional<ClauseRow> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<ClauseRow> all() {
        return List.copyOf(byId.values());
    }
}
