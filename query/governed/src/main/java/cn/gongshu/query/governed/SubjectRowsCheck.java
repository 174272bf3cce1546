package cn.gongshu.query.governed;

import cn.gongshu.query.spi.ColumnType;
import cn.gongshu.query.spi.ColumnType.Decimal;
import cn.gongshu.query.spi.ColumnType.Scalar;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlSelectKeyword;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql.validate.SqlValidator;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Turns a validated SELECT into one row per subject for that subject's own lookup, or refuses it. */
final class SubjectRowsCheck {

    private final SqlSelect select;
    private final SqlValidator validator;
    private final Sources sources;
    private final Expressions expressions;

    private SubjectRowsCheck(SqlFront.Validated query, Sources sources, String subjectKind) {
        this.select = query.select();
        this.validator = query.validator();
        this.sources = sources;
        this.expressions = new Expressions(sources, site -> aboutOthers(site.source(), subjectKind));
    }

    static SubjectShape of(SqlFront.Validated query, String subjectKind, GovernedTables tables) {
        return new SubjectRowsCheck(query, Sources.of(query.select().getFrom(), tables), subjectKind)
                .shape(subjectKind);
    }

    /**
     * Whether a table's rows are about others than the subject whose row is made. They are, where the base table's rows
     * are first of all about another kind of subject, as contributions are about persons in a firm's row; but for a
     * table that is joined by the subject's own key.
     */
    private boolean aboutOthers(Source source, String subjectKind) {
        if (kind(sources.base()).equals(subjectKind)) {
            return false;
        }
        Source.Step step = source.step();
        return step == null
                || step.from() != 0
                || !kind(source).equals(subjectKind)
                || !byKey(source, step, subjectKind);
    }

    private boolean byKey(Source source, Source.Step step, String subjectKind) {
        SubjectKey from = new SubjectKey(step.column().name(), subjectKind);
        SubjectKey own = new SubjectKey(step.ownColumn().name(), subjectKind);
        return sources.base().table().subjects().contains(from)
                && source.table().subjects().getFirst().equals(own);
    }

    private static String kind(Source source) {
        List<SubjectKey> subjects = source.table().subjects();
        return subjects.isEmpty() ? "" : subjects.getFirst().kind();
    }

    private SubjectShape shape(String subjectKind) {
        if (select.getOrderList() != null) {
            throw Refuse.at(select.getOrderList(), QueryRule.ORDER);
        }
        List<Output> outputs = Output.of(select.getSelectList());
        Site subject = subject(outputs.getFirst(), AggregateCheck.groups(select.getGroup()), subjectKind);
        List<SubjectShape.Item> items = new ArrayList<>();
        for (Output output : outputs.subList(1, outputs.size())) {
            items.add(new SubjectShape.Item(output.name(), aggregate(output.node())));
        }
        if (items.isEmpty()) {
            throw Refuse.at(select, QueryRule.ROW_MEASURE);
        }
        SqlNode where =
                select.getWhere() == null ? null : expressions.condition(select.getWhere(), ColumnUse.OWN_CONDITION);
        String name = outputs.getFirst().name();
        return new SubjectShape(sources.all(), where, subject, name, items, expressions.touched());
    }

    private Site subject(Output first, List<SqlNode> groups, String subjectKind) {
        if (groups.size() == 1
                && groups.getFirst() instanceof SqlIdentifier group
                && first.node() instanceof SqlIdentifier shown) {
            Site grouped = expressions.touch(group);
            boolean key = grouped.source().index() == 0
                    && sources.base()
                            .table()
                            .subjects()
                            .contains(new SubjectKey(grouped.column().name(), subjectKind));
            if (key && grouped.equals(expressions.touch(shown))) {
                return grouped;
            }
        }
        String keys = sources.base().table().subjects().stream()
                .filter(s -> s.kind().equals(subjectKind))
                .map(SubjectKey::column)
                .collect(Collectors.joining("、"));
        throw Refuse.at(first.node(), QueryRule.SUBJECT_FIRST, keys.isEmpty() ? subjectKind : keys);
    }

    private SqlNode aggregate(SqlNode node) {
        if (!AggregateCheck.AGGREGATES.contains(node.getKind())) {
            throw Refuse.at(node, QueryRule.ROW_MEASURE);
        }
        SqlCall call = (SqlCall) node;
        @Nullable SqlLiteral quantifier = call.getFunctionQuantifier();
        boolean distinct = quantifier != null && quantifier.getValue() == SqlSelectKeyword.DISTINCT;
        boolean list = call.getKind() == SqlKind.ARRAY_AGG;
        boolean oneOperand = call.operandCount() == 1 || (list && call.operandCount() > 1);
        if ((quantifier != null && !distinct) || !oneOperand) {
            throw Refuse.at(call, QueryRule.ROW_MEASURE);
        }
        return switch (call.getKind()) {
            case COUNT -> count(call.operand(0), distinct);
            case SUM -> sum(call, distinct);
            case MIN -> extreme(SqlStdOperatorTable.MIN, call);
            case MAX -> extreme(SqlStdOperatorTable.MAX, call);
            default -> list(call, distinct);
        };
    }

    private SqlNode count(SqlNode operand, boolean distinct) {
        if (operand instanceof SqlIdentifier identifier && identifier.isStar()) {
            return Nodes.countAll();
        }
        SqlNode counted = value(operand, ColumnUse.COUNTED);
        return distinct ? Nodes.countDistinct(counted) : Nodes.call(SqlStdOperatorTable.COUNT, counted);
    }

    private SqlNode sum(SqlCall call, boolean distinct) {
        if (distinct) {
            throw Refuse.at(call, QueryRule.ROW_MEASURE);
        }
        SqlNode operand = call.operand(0);
        SqlNode added = value(operand, ColumnUse.OWN_ROW);
        RelDataType type = Objects.requireNonNull(validator.getValidatedNodeTypeIfKnown(operand));
        return Sums.of(exact(type), added).orElseThrow(() -> Refuse.at(call, QueryRule.SUM_TYPE, operand));
    }

    private static ColumnType exact(RelDataType type) {
        if (SqlTypeUtil.isIntType(type)) {
            return Scalar.LONG;
        }
        return SqlTypeUtil.isExactNumeric(type) ? new Decimal(type.getPrecision(), type.getScale()) : Scalar.DOUBLE;
    }

    private SqlNode extreme(SqlOperator operator, SqlCall call) {
        return Nodes.call(operator, value(call.operand(0), ColumnUse.OWN_ROW));
    }

    /**
     * A list is always ordered, by its own values when nothing else is said, so that the same snapshot gives the same
     * row. Values of a tie are ordered by themselves.
     */
    private SqlNode list(SqlCall call, boolean distinct) {
        SqlNode listed = value(call.operand(0), ColumnUse.OWN_LIST);
        List<SqlNode> keys = new ArrayList<>();
        if (call.operandCount() == 2 && call.operand(1) instanceof SqlNodeList order) {
            if (distinct) {
                throw Refuse.at(call, QueryRule.ROW_MEASURE);
            }
            order.forEach(key -> keys.add(key(key)));
        } else if (call.operandCount() != 1) {
            throw Refuse.at(call, QueryRule.ROW_MEASURE);
        }
        keys.add(listed);
        return Nodes.arrayOf(listed, distinct, keys);
    }

    private SqlNode key(SqlNode key) {
        return key.getKind() == SqlKind.DESCENDING
                ? Nodes.call(SqlStdOperatorTable.DESC, value(((SqlCall) key).operand(0), ColumnUse.OWN_LIST))
                : value(key, ColumnUse.OWN_LIST);
    }

    private SqlNode value(SqlNode node, ColumnUse use) {
        if (Expressions.constant(node)) {
            throw Refuse.at(node, QueryRule.EXPRESSION);
        }
        return expressions.scalar(node, use);
    }
}
