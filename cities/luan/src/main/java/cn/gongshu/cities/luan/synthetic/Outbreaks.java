package cn.gongshu.cities.luan.synthetic;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Which persons carry the planted cells: the first ones by index who live there, are patients and carry none yet. */
final class Outbreaks {

    /**
     * A planted patient.
     *
     * @param visits how often the person came that month
     */
    record Case(PlantedCell cell, int visits, boolean optedOut) {}

    private final List<PlantedCell> cells;
    private final Map<Integer, Case> cases;

    private Outbreaks(List<PlantedCell> cells, Map<Integer, Case> cases) {
        this.cells = List.copyOf(cells);
        this.cases = Map.copyOf(cases);
    }

    static Outbreaks plant(Population population, Predicate<Person> eligible) {
        List<PlantedCell> cells = PlantedCell.load();
        Map<Integer, Case> cases = new HashMap<>();
        for (PlantedCell cell : cells) {
            plant(cell, population, eligible, cases);
        }
        return new Outbreaks(cells, cases);
    }

    List<PlantedCell> cells() {
        return cells;
    }

    /** The case of that person; none for most. */
    List<Case> of(int person) {
        Case found = cases.get(person);
        return found == null ? List.of() : List.of(found);
    }

    /** Indexes of the planted patients who opted out, ascending. */
    List<Integer> optedOut() {
        List<Integer> found = new ArrayList<>();
        cases.forEach((person, each) -> {
            if (each.optedOut()) {
                found.add(person);
            }
        });
        found.sort(null);
        return found;
    }

    private static void plant(
            PlantedCell cell, Population population, Predicate<Person> eligible, Map<Integer, Case> cases) {
        int planted = 0;
        int extra = cell.visits() - cell.patients();
        for (int index = 0; planted < cell.patients(); index++) {
            if (index == population.shares().people()) {
                throw new Fault(ErrorCode.INTERNAL, "too few people for the planted cell " + cell);
            }
            Person person = population.person(index);
            if (!cases.containsKey(index)
                    && person.district().code().equals(cell.district())
                    && eligible.test(person)) {
                cases.put(index, new Case(cell, planted < extra ? 2 : 1, planted < cell.optedOut()));
                planted++;
            }
        }
    }
}
