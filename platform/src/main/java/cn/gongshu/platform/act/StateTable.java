package cn.gongshu.platform.act;

/** Tables that only acts may change; reconciliation compares every row of them with the latest act that wrote it. */
public enum StateTable {
    ORGANISATION("organisation", "id"),
    OFFICER("officer", "id"),
    ACCESS_GRANT("access_grant", "id"),
    DATA_PROVIDER("data_provider", "id"),
    ANNEX_UNIT("annex_unit", "no"),
    CATALOGUE_ITEM("catalogue_item", "id"),
    CATALOGUE_ITEM_VERSION("catalogue_item_version", "id"),
    PUBLICATION_BATCH("publication_batch", "number"),
    LEVEL_CHANGE("level_change", "id"),
    PRODUCT("product", "code"),
    PRODUCT_VERSION("product_version", "id"),
    REGISTRATION_APPLICATION("registration_application", "id"),
    LEGAL_GATE("legal_gate", "id"),
    TRIAL_PRICE("trial_price", "id"),
    MANDATE("mandate", "id"),
    MANDATE_STATUS("mandate_status", "id"),
    MANDATE_SIGNATURE("mandate_signature", "id"),
    API_KEY("api_key", "id"),
    CONSENT("consent", "id"),
    OPT_OUT("opt_out", "id"),
    REPRESENTED_SUBJECT("represented_subject", "officer"),
    PRODUCT_ACTIVATION("product_activation", "id");

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

    /**
     * SQL for the hash of a row {@code t} of this table, the same at every place that computes it. Nulls are left out, so
     * that a later version may add a column that may be null and old rows keep their hash.
     */
    public String hashSql() {
        return "encode(sha256(convert_to(jsonb_strip_nulls(to_jsonb(t))::text, 'UTF8')), 'hex')";
    }
}
