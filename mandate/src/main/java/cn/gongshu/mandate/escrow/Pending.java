package cn.gongshu.mandate.escrow;

/** Something taken from an escrow and neither counted nor given back yet. Exactly one of the two, exactly once. */
public interface Pending {

    /**
     * Counts it: its entry is durable.
     *
     * @throws IllegalStateException when it was counted or given back before
     */
    void post();

    /**
     * Gives it back: nothing was recorded.
     *
     * @throws IllegalStateException when it was counted or given back before
     */
    void voidPending();
}
