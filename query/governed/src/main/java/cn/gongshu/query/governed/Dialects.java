package cn.gongshu.query.governed;

import cn.gongshu.query.spi.Dialect;
import org.apache.calcite.sql.SqlDialect;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlWriterConfig;
import org.apache.calcite.sql.dialect.DuckDBSqlDialect;
import org.apache.calcite.sql.dialect.TrinoSqlDialect;
import org.jspecify.annotations.Nullable;

/** Writes a tree out in an engine's SQL: every name quoted, every operator in parentheses, text as plain literals. */
final class Dialects {

    private static final SqlDialect DUCKDB = new DuckDBSqlDialect(DuckDBSqlDialect.DEFAULT_CONTEXT) {
        @Override
        public void quoteStringLiteral(StringBuilder sql, @Nullable String charset, String text) {
            plain(sql, text);
        }
    };

    private static final SqlDialect TRINO = new TrinoSqlDialect(TrinoSqlDialect.DEFAULT_CONTEXT) {
        @Override
        public void quoteStringLiteral(StringBuilder sql, @Nullable String charset, String text) {
            plain(sql, text);
        }
    };

    private Dialects() {}

    private static void plain(StringBuilder sql, String text) {
        sql.append('\'').append(text.replace("'", "''")).append('\'');
    }

    static String write(SqlNode tree, Dialect dialect) {
        SqlDialect target = switch (dialect) {
            case DUCKDB -> DUCKDB;
            case TRINO -> TRINO;
        };
        return tree.toSqlString(config -> config.withDialect(target)
                        .withQuoteAllIdentifiers(true)
                        .withAlwaysUseParentheses(true)
                        .withSelectListItemsOnSeparateLines(false)
                        .withClauseStartsLine(false)
                        .withLineFolding(SqlWriterConfig.LineFolding.WIDE)
                        .withIndentation(0))
                .getSql();
    }
}
