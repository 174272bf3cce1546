package cn.gongshu.city;

import cn.gongshu.mandate.Contract;
import cn.gongshu.platform.delivery.Activations;
import cn.gongshu.regulation.ClauseRow;
import cn.gongshu.regulation.ClauseScan;
import cn.gongshu.regulation.Clauses;
import org.junit.jupiter.api.Test;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class ClauseCoverageTest {

    private static final int DUE = 2;
    private static final Clauses CLAUSES = Clauses.load();

    /** Due, and carried out by code that does not say so yet. The list only gets shorter. */
    private static final Set<String> UNNAMED = Set.of(
            "I11", "R004", "R011", "R012", "R015", "R054", "R076", "R084", "R107", "R128", "R160", "R161");

    @Test
    void every_clause_that_is_due_is_named_by_a_rule_but_for_those_listed() {
        Set<String> due = CLAUSES.all().stream()
                .filter(clause -> clause.kind() == ClauseRow.Kind.RULE && clause.due() <= DUE)
                .map(ClauseRow::id)
                .collect(Collectors.toCollection(TreeSet::new));
        due.removeAll(named());
        assertThat(due).isEqualTo(UNNAMED);
    }

    @Test
    void no_rule_names_an_invented_clause() {
        assertThat(named()).allSatisfy(id -> assertThat(CLAUSES.find(id)).as(id).isPresent());
    }

    private static Set<String> named() {
        return Stream.of(Clauses.class, Contract.class, Activations.class, CityServer.class)
                .flatMap(inside -> ClauseScan.around(inside).ids().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
