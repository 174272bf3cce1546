package cn.gongshu.regulation;

import cn.gongshu.regulation.RetentionSchedule.RecordType;

import java.time.LocalDate;

/** How long records are kept. */
public final class RetentionRules {

    private RetentionRules() {}

    /**
     * The schedule of a record made on {@code legalDate}, as the city's parameters stood then.
     *
     * @throws cn.gongshu.kernel.Fault when the city has no value: nothing is recorded without its schedule
     */
    @Clause("I10")
    public static RetentionSchedule schedule(RecordType type, Parameters parameters, LocalDate legalDate) {
        return new RetentionSchedule(type, Rules.on("I10") ? parameters.number(type.parameter(), legalDate) : 0);
    }
}
