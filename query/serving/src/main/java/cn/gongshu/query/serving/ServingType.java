package cn.gongshu.query.serving;

/** Types a serving table may have; few on purpose, all of them exact. */
public enum ServingType {
    /** {@link String}. */
    TEXT("text"),
    /** {@link Integer}. */
    INT("integer"),
    /** {@link Long}. */
    BIGINT("bigint"),
    /** {@link java.time.LocalDate}. */
    DATE("date"),
    /** {@code int[]} or a list of {@link Integer} without null. */
    INT_ARRAY("integer[]"),
    /** {@code String[]} or a list of {@link String} without null. */
    TEXT_ARRAY("text[]");

    private final String sql;

    ServingType(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}
