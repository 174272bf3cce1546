package cn.gongshu.cities.luan.synthetic;

import java.time.LocalDate;

/**
 * A person of the synthetic city.
 *
 * @param index 0 to people − 1
 * @param rank the person's place among those of the same role
 */
record Person(
        int index,
        Role role,
        int rank,
        String residentId,
        String name,
        boolean male,
        LocalDate born,
        Divisions.District district,
        Divisions.Township township,
        int household,
        boolean migrant) {

    String sex() {
        return male ? "M" : "F";
    }
}
