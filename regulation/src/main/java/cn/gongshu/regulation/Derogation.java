package cn.gongshu.regulation;

/**
 * Leave to go beyond a limit that the law sets "in principle" only (原则上).
 *
 * @param reason why
 * @param approver who decided it
 */
public record Derogation(String reason, String approver) {
    public Derogation {
        if (reason.isBlank() || approver.isBlank()) {
            throw new IllegalArgumentException("a derogation needs its reason and its approver");
        }
    }
}
