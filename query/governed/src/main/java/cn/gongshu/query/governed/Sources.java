package cn.gongshu.query.governed;

import org.apache.calcite.sql.JoinConditionType;
import org.apache.calcite.sql.JoinType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tables of a query: the base table, then tables each joined by a declared many-to-one join to one before it. */
final class Sources {

    private static final int MAX_TABLES = 6;

    private final GovernedTables tables;
    private final List<Source> all = new ArrayList<>();

    private Sources(GovernedTables tables) {
        this.tables = tables;
    }

    static Sources of(@Nullable SqlNode from, GovernedTables tables) {
        if (from == null) {
            throw Refuse.whole(QueryRule.STATEMENT);
        }
        Sources sources = new Sources(tables);
        sources.add(from);
        return sources;
    }

    List<Source> all() {
        return List.copyOf(all);
    }

    Source base() {
        return all.getFirst();
    }

    private void add(SqlNode from) {
        if (from instanceof SqlJoin join) {
            add(join.getLeft());
            join(join);
        } else if (all.isEmpty()) {
            all.add(table(from, null));
        } else {
            throw Refuse.at(from, QueryRule.JOIN_KIND);
        }
    }

    private Source table(SqlNode node, Source.@Nullable Step step) {
        SqlNode named = node;
        @Nullable String alias = null;
        if (node.getKind() == SqlKind.AS) {
            SqlCall as = (SqlCall) node;
            if (as.operandCount() != 2) {
                throw Refuse.at(node, QueryRule.HINT);
            }
            named = as.operand(0);
            alias = ((SqlIdentifier) as.operand(1)).getSimple();
        }
        if (!(named instanceof SqlIdentifier identifier)) {
            throw Refuse.at(named, named.getKind() == SqlKind.JOIN ? QueryRule.JOIN_KIND : QueryRule.SUBQUERY);
        }
        String name = String.join(".", identifier.names);
        GovernedTable table =
                tables.table(name).orElseThrow(() -> Refuse.at(identifier, QueryRule.TABLE_UNKNOWN, name));
        if (all.size() >= MAX_TABLES) {
            throw Refuse.at(node, QueryRule.TOO_MANY, "联接的表", MAX_TABLES);
        }
        return new Source(all.size(), alias == null ? name : alias, table, step);
    }

    private void join(SqlJoin join) {
        boolean kind = join.getJoinType() == JoinType.INNER || join.getJoinType() == JoinType.LEFT;
        @Nullable SqlNode on = join.getCondition();
        if (!kind || join.isNatural() || join.getConditionType() != JoinConditionType.ON || on == null) {
            throw Refuse.at(join, QueryRule.JOIN_KIND);
        }
        Source joined = table(join.getRight(), null);
        all.add(joined);
        Source.Step step = step(joined, on, join.getJoinType() == JoinType.LEFT);
        all.set(joined.index(), new Source(joined.index(), joined.alias(), joined.table(), step));
    }

    private Source.Step step(Source joined, SqlNode on, boolean outer) {
        if (on.getKind() == SqlKind.EQUALS) {
            SqlNode first = ((SqlCall) on).operand(0);
            SqlNode second = ((SqlCall) on).operand(1);
            if (first instanceof SqlIdentifier a && second instanceof SqlIdentifier b) {
                Optional<Source.Step> step =
                        declared(site(a), site(b), joined, outer).or(() -> declared(site(b), site(a), joined, outer));
                if (step.isPresent()) {
                    return step.get();
                }
            }
        }
        throw Refuse.at(on, QueryRule.JOIN_UNDECLARED, joined.table().name(), usable(joined));
    }

    private static Optional<Source.Step> declared(Site from, Site to, Source joined, boolean outer) {
        boolean direction =
                to.source().index() == joined.index() && from.source().index() < joined.index();
        boolean declared = from.source().table().joins().stream()
                .anyMatch(j -> j.column().equals(from.column().name())
                        && j.toTable().equals(joined.table().name())
                        && j.toColumn().equals(to.column().name()));
        boolean allowed =
                from.column().control() != ColumnControl.NEVER && to.column().control() != ColumnControl.NEVER;
        return direction && declared && allowed
                ? Optional.of(new Source.Step(outer, from.source().index(), from.column(), to.column()))
                : Optional.empty();
    }

    /** The joins that would do, in the query's own words. */
    private String usable(Source joined) {
        String joins = all.stream()
                .filter(s -> s.index() < joined.index())
                .flatMap(s -> s.table().joins().stream()
                        .filter(j -> j.toTable().equals(joined.table().name()))
                        .map(j -> s.alias() + "." + j.column() + " = " + joined.alias() + "." + j.toColumn()))
                .collect(Collectors.joining("、"));
        return joins.isEmpty() ? "无" : joins;
    }

    /** The column an identifier names. */
    Site site(SqlIdentifier identifier) {
        List<String> names = identifier.names;
        List<Site> found = switch (names.size()) {
            case 1 -> find(all, names.getFirst());
            case 2 ->
                find(
                        all.stream()
                                .filter(s -> s.alias().equalsIgnoreCase(names.getFirst()))
                                .toList(),
                        names.getLast());
            default -> List.of();
        };
        if (found.size() != 1) {
            throw Refuse.at(identifier, QueryRule.COLUMN_UNKNOWN, String.join(".", names));
        }
        return found.getFirst();
    }

    private static List<Site> find(List<Source> sources, String column) {
        return sources.stream()
                .flatMap(s -> s.table().column(column).map(c -> new Site(s, c)).stream())
                .toList();
    }
}
