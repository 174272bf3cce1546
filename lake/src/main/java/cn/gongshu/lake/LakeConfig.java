package cn.gongshu.lake;

import java.nio.file.Path;

/**
 * Where the lake lies.
 *
 * @param warehouse folder of all data and metadata files; created when missing. It may be moved while the lake is
 *     closed: nothing stored names it
 * @param jdbcUrl the PostgreSQL database that holds the lake's catalogue
 * @param user its user, who may create the schema
 * @param password the user's password
 * @param schema schema of the catalogue's tables, created when missing
 * @param rowsPerFile most rows of one data file
 */
public record LakeConfig(
        Path warehouse, String jdbcUrl, String user, String password, String schema, long rowsPerFile) {

    private static final long USUAL_ROWS_PER_FILE = 1_000_000;

    public LakeConfig {
        warehouse = warehouse.toAbsolutePath().normalize();
        if (!schema.matches("[a-z][a-z0-9_]{0,30}")) {
            throw new IllegalArgumentException("not a schema name");
        }
        if (rowsPerFile < 1) {
            throw new IllegalArgumentException("a file takes at least one row");
        }
    }

    /** The usual configuration: schema {@code lake}, a million rows per file. */
    public LakeConfig(Path warehouse, String jdbcUrl, String user, String password) {
        this(warehouse, jdbcUrl, user, password, "lake", USUAL_ROWS_PER_FILE);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "LakeConfig[" + schema + "]";
    }
}
