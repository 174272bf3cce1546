package cn.gongshu.evidence;

import java.util.Map;

/** The retention schedule of every record type; a city gives them as data. */
public final class RetentionSchedules {

    /** Record type of uses. */
    public static final String USE = "use";

    /** Record type of refusals. */
    public static final String REFUSAL = "refusal";

    /** Record type of acts without a schedule of their own. */
    public static final String ACT = "act";

    private final Map<String, RetentionSchedule> byType;

    private RetentionSchedules(Map<String, RetentionSchedule> byType) {
        this.byType = byType;
    }

    /**
     * Schedules by record type: {@code use}, {@code refusal}, {@code act}, and {@code act.TYPE} for a type of act kept
     * otherwise.
     *
     * @throws IllegalArgumentException if one of the first three is missing
     */
    public static RetentionSchedules of(Map<String, RetentionSchedule> byType) {
        for (String type : new String[] {USE, REFUSAL, ACT}) {
            if (!byType.containsKey(type)) {
                throw new IllegalArgumentException("no retention schedule for " + type);
            }
        }
        return new RetentionSchedules(Map.copyOf(byType));
    }

    public RetentionSchedule use() {
        return of(USE, USE);
    }

    public RetentionSchedule refusal() {
        return of(REFUSAL, REFUSAL);
    }

    /** The schedule of a type of act. */
    public RetentionSchedule act(String type) {
        return of(ACT + "." + type, ACT);
    }

    private RetentionSchedule of(String type, String otherwise) {
        RetentionSchedule own = byType.get(type);
        RetentionSchedule general = byType.get(otherwise);
        if (general == null) {
            throw new IllegalStateException("no retention schedule for " + otherwise);
        }
        return own == null ? general : own;
    }
}
