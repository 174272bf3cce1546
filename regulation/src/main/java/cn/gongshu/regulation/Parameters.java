package cn.gongshu.regulation;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import cn.gongshu.kernel.Money;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All dated values of one city. Nothing is overwritten: a change is a further row, so a question about yesterday gives
 * yesterday's answer.
 */
public final class Parameters {

    private static final List<String> COLUMNS =
            List.of("code", "kind", "value", "effectiveFrom", "source", "owner", "confidence");

    private final Map<String, NavigableMap<LocalDate, Parameter>> byCode;

    private Parameters(Map<String, NavigableMap<LocalDate, Parameter>> byCode) {
        this.byCode = byCode;
    }

    /** @throws IllegalArgumentException when a code has two values from one day, or changes its kind */
    public static Parameters of(Collection<Parameter> rows) {
        Map<String, NavigableMap<LocalDate, Parameter>> byCode = new HashMap<>();
        for (Parameter row : rows) {
            NavigableMap<LocalDate, Parameter> history = byCode.computeIfAbsent(row.code(), code -> new TreeMap<>());
            if (!history.isEmpty() && history.firstEntry().getValue().kind() != row.kind()) {
                throw new IllegalArgumentException("parameter " + row.code() + " changes its kind");
            }
            if (history.put(row.effectiveFrom(), row) != null) {
                throw new IllegalArgumentException(
                        "parameter " + row.code() + " has two values from " + row.effectiveFrom());
            }
        }
        return new Parameters(byCode);
    }

    /**
     * Reads a table with the columns code, kind, value, effectiveFrom (ISO date), source, owner, confidence; tab between
     * cells, # starts a comment line.
     *
     * @throws IllegalArgumentException naming the line or the parameter that is out of shape
     */
    public static Parameters parse(String text) {
        return of(TsvTable.rows(text, COLUMNS).stream().map(Parameters::row).toList());
    }

    private static Parameter row(List<String> cells) {
        return new Parameter(
                cells.get(0),
                Parameter.Kind.valueOf(cells.get(1)),
                cells.get(2),
                LocalDate.parse(cells.get(3)),
                cells.get(4),
                cells.get(5),
                Parameter.Confidence.valueOf(cells.get(6)));
    }

    /** The value in force on a legal date; empty before its first day and for an unknown code. */
    @Clause("Q14")
    public Optional<Parameter> asOf(String code, LocalDate date) {
        NavigableMap<LocalDate, Parameter> history = byCode.get(code);
        if (history == null) {
            return Optional.empty();
        }
        Map.Entry<LocalDate, Parameter> entry = Rules.on("Q14") ? history.floorEntry(date) : history.lastEntry();
        return Optional.ofNullable(entry).map(Map.Entry::getValue);
    }

    /**
     * A whole number or a number of days.
     *
     * @throws Fault when there is none on that date: a rule without its number must not guess
     */
    public int number(String code, LocalDate date) {
        return Math.toIntExact(Long.parseLong(
                inForce(code, date, Parameter.Kind.INT, Parameter.Kind.DAYS).value()));
    }

    /** An amount of money; faults like {@link #number}. */
    public Money money(String code, LocalDate date) {
        return new Money(Long.parseLong(inForce(code, date, Parameter.Kind.FEN).value()));
    }

    /** A word; faults like {@link #number}. */
    public String text(String code, LocalDate date) {
        return inForce(code, date, Parameter.Kind.TEXT).value();
    }

    /** Every row, by code and day. */
    public List<Parameter> all() {
        return new TreeMap<>(byCode)
                .values().stream().flatMap(history -> history.values().stream()).toList();
    }

    private Parameter inForce(String code, LocalDate date, Parameter.Kind... kinds) {
        Parameter found = asOf(code, date)
                .orElseThrow(() -> new Fault(ErrorCode.INTERNAL, "parameter " + code + " has no value on " + date));
        if (!List.of(kinds).contains(found.kind())) {
            throw new Fault(ErrorCode.INTERNAL, "parameter " + code + " is a " + found.kind());
        }
        return found;
    }
}
