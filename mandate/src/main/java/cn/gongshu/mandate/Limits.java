package cn.gongshu.mandate;

import cn.gongshu.kernel.Term;
import cn.gongshu.regulation.Derogation;
import org.jspecify.annotations.Nullable;

/**
 * How long, under which conditions and how often.
 *
 * @param quota uses in the whole term, or null for no limit of its own (a limit above still counts)
 * @param derogation leave to last longer than the law's limit in principle, or null
 */
public record Limits(
        Term term,
        Conditions conditions,
        @Nullable Quota quota,
        @Nullable Derogation derogation) {

    public static Limits of(Term term) {
        return new Limits(term, Conditions.of(), null, null);
    }

    public Limits with(Conditions other) {
        return new Limits(term, other, quota, derogation);
    }

    public Limits with(Quota other) {
        return new Limits(term, conditions, other, derogation);
    }
}
