package cn.gongshu.lake;

/**
 * One delivery of rows: committed as one snapshot or not at all.
 *
 * @param id the delivery's own id; the same id again changes nothing
 * @param mode what becomes of the rows that were there before
 */
public record Load(String id, Mode mode) {

    private static final int MAX_ID = 200;

    public Load {
        if (id.isBlank() || id.length() > MAX_ID) {
            throw new IllegalArgumentException("a load id has 1 to " + MAX_ID + " characters");
        }
    }

    /** What becomes of the rows that were there before. */
    public enum Mode {
        /** They stay. */
        APPEND,
        /** They are replaced by the load's rows. */
        REPLACE
    }

    public static Load append(String id) {
        return new Load(id, Mode.APPEND);
    }

    public static Load replace(String id) {
        return new Load(id, Mode.REPLACE);
    }
}
