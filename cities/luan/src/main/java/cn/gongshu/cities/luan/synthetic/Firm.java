package cn.gongshu.cities.luan.synthetic;

import java.time.LocalDate;

/**
 * A firm of the synthetic city.
 *
 * @param index 0 to firms − 1
 * @param capital registered capital in yuan
 * @param representative index of the person who represents it in law
 */
record Firm(
        int index,
        String creditCode,
        String name,
        FirmPlan plan,
        String type,
        String section,
        String sizeClass,
        long capital,
        LocalDate established,
        String status,
        Divisions.District district,
        Divisions.Township township,
        int representative) {}
