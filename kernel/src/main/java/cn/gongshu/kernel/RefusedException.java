package cn.gongshu.kernel;

/** Carries a {@link Refusal} to an edge that speaks in exceptions; such an edge answers it, never logs it as a fault. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public RefusedException(Refusal refusal) {
        super(refusal.code().name(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
