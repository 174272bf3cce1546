package cn.gongshu.query.governed;

import cn.gongshu.kernel.RefusedException;
import org.apache.calcite.avatica.util.Casing;
import org.apache.calcite.avatica.util.Quoting;
import org.apache.calcite.config.CalciteConnectionConfig;
import org.apache.calcite.config.CalciteConnectionConfigImpl;
import org.apache.calcite.config.CalciteConnectionProperty;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlOperatorTables;
import org.apache.calcite.sql.validate.SqlConformanceEnum;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorUtil;

import java.util.List;
import java.util.Properties;

/** Parses a declared query and validates names and types against the declared tables, by Calcite. */
final class SqlFront {

    private static final int MAX_NAME = 63;

    private static final SqlParser.Config PARSER = SqlParser.config()
            .withQuoting(Quoting.DOUBLE_QUOTE)
            .withUnquotedCasing(Casing.UNCHANGED)
            .withQuotedCasing(Casing.UNCHANGED)
            .withCaseSensitive(false)
            .withIdentifierMaxLength(MAX_NAME)
            .withConformance(SqlConformanceEnum.LENIENT);

    /** Nothing is coerced: a comparison of unlike types is refused and not guessed. */
    private static final SqlValidator.Config VALIDATOR = SqlValidator.Config.DEFAULT
            .withConformance(SqlConformanceEnum.LENIENT)
            .withIdentifierExpansion(true)
            .withCallRewrite(false)
            .withTypeCoercionEnabled(false);

    private static final SqlOperatorTable OPERATORS = SqlOperatorTables.chain(
            SqlStdOperatorTable.instance(), SqlOperatorTables.of(SqlLibraryOperators.ARRAY_AGG));

    private SqlFront() {}

    /** A query that names only declared columns and is of one mind about types. */
    record Validated(SqlSelect select, SqlValidator validator) {}

    static Validated validated(String text, GovernedTables tables) {
        try {
            SqlNode parsed = SqlParser.create(QueryText.checked(text), PARSER).parseQuery();
            SqlSelect gated = Gate.checked(parsed);
            SqlValidator validator = validator(tables);
            Sources.of(gated.getFrom(), tables);
            return new Validated(select(validator.validate(parsed)), validator);
        } catch (SqlParseException e) {
            throw Refuse.at(e.getPos() == null ? SqlParserPos.ZERO : e.getPos(), QueryRule.SYNTAX);
        } catch (CalciteContextException e) {
            throw unlike(e);
        } catch (StackOverflowError e) {
            throw Refuse.whole(QueryRule.TOO_COMPLEX);
        } catch (UnsupportedOperationException | ClassCastException | IllegalArgumentException | AssertionError e) {
            // Calcite meets some texts nobody would write with one of these; they are refused like any it cannot read.
            throw Refuse.whole(QueryRule.SYNTAX);
        }
    }

    private static SqlSelect select(SqlNode validated) {
        if (validated instanceof SqlSelect select) {
            return select;
        }
        throw Refuse.at(validated, QueryRule.STATEMENT);
    }

    /** What the validator says quotes the text; the place is enough, with the one rule each of its complaints falls under. */
    private static RefusedException unlike(CalciteContextException e) {
        SqlParserPos place = new SqlParserPos(e.getPosLine(), e.getPosColumn());
        String text = String.valueOf(e.getCause() == null ? "" : e.getCause().getMessage());
        if (text.contains("not found") || text.contains("ambiguous")) {
            return Refuse.at(place, QueryRule.COLUMN_UNKNOWN, quoted(text));
        }
        if (text.contains("not being grouped")) {
            return Refuse.at(place, QueryRule.NOT_GROUPED, quoted(text));
        }
        boolean types = text.contains("Cannot apply") || text.contains("type");
        return Refuse.at(place, types ? QueryRule.TYPE : QueryRule.SYNTAX);
    }

    /** The name in quotes in one of the validator's messages. */
    private static String quoted(String text) {
        int start = text.indexOf('\'');
        int end = text.indexOf('\'', start + 1);
        return start < 0 || end < 0 ? "" : text.substring(start + 1, end);
    }

    private static SqlValidator validator(GovernedTables tables) {
        Types types = new Types();
        CalciteSchema root = CalciteSchema.createRootSchema(false, false);
        tables.tables().forEach(table -> root.add(table.name(), new Declared(table)));
        Properties properties = new Properties();
        properties.setProperty(CalciteConnectionProperty.CASE_SENSITIVE.camelName(), "false");
        CalciteConnectionConfig config = new CalciteConnectionConfigImpl(properties);
        CalciteCatalogReader reader = new CalciteCatalogReader(root, List.of(), types, config);
        return SqlValidatorUtil.newValidator(OPERATORS, reader, types, VALIDATOR);
    }

    /** A declared table's columns for the validator. */
    private static final class Declared extends AbstractTable {
        private final GovernedTable table;

        Declared(GovernedTable table) {
            this.table = table;
        }

        @Override
        public RelDataType getRowType(RelDataTypeFactory factory) {
            RelDataTypeFactory.Builder row = factory.builder();
            table.columns().forEach(c -> row.add(c.name(), Types.of(factory, c.type())));
            return row.build();
        }
    }
}
