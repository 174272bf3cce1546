package cn.gongshu.platform.act;

/** Tables that only acts may change; reconciliation compares every row of them with the latest act that wrote it. */
public enum StateTable {
    CATALOGUE_ITEM("catalogue_item", "id");

    private final String table;
    private final String key;

    StateTable(String table, String key) {
        this.table = table;
        this.key = key;
    }

    public String table() {
        return table;
    }

    public String key() {
        return key;
    }

    /** SQL for the hash of a row {@code t} of this table, the same at every place that computes it. */
    String hashSql() {
        return "encode(sha256(convert_to(to_jsonb(t)::text, 'UTF8')), 'hex')";
    }
}
