package cn.gongshu.query.spi;

/** The SQL an engine speaks. */
public enum Dialect {
    DUCKDB,
    TRINO
}
