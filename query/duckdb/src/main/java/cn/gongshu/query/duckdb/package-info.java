/** DuckDB in process, locked down before its first use, as query engine and as writer of data files. */
@NullMarked
package cn.gongshu.query.duckdb;

import org.jspecify.annotations.NullMarked;
