package cn.gongshu.cities.luan.synthetic;

import java.util.List;

/**
 * What is true of an insured person.
 *
 * @param firstMonth first insured month ever, yyyymm; may lie before the 36 months
 * @param missing months of the 36, since the first insured one, for which nothing was received; yyyymm ascending
 */
public record PersonTruth(String residentId, int firstMonth, List<Integer> missing) {

    public PersonTruth {
        missing = List.copyOf(missing);
    }

    public boolean interrupted() {
        return !missing.isEmpty();
    }
}
