package cn.gongshu.cities.luan.synthetic;

import java.util.List;

/**
 * What is true of a firm.
 *
 * @param heads people insured through it, for each of the 36 months
 * @param arrears months for which it paid for nobody; yyyymm ascending
 */
public record FirmTruth(String creditCode, FirmPlan plan, List<Integer> heads, List<Integer> arrears) {
    public FirmTruth {
        heads = List.copyOf(heads);
        arrears = List.copyOf(arrears);
    }
}
