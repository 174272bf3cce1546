package cn.gongshu.city;

import cn.gongshu.cities.luan.annex.AnnexOne;
import cn.gongshu.evidence.EvidenceLog;
import cn.gongshu.lake.Lake;
import cn.gongshu.mandate.Contract;
import cn.gongshu.platform.delivery.Activations;
import cn.gongshu.query.governed.GovernedQueries;
import cn.gongshu.query.serving.ServingTables;
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
    private static final Set<String> LAW = ids(Clauses.class, Contract.class);

    @Test
    void every_clause_that_is_due_is_named_by_a_rule() {
        Set<String> due = CLAUSES.all().stream()
                .filter(clause -> clause.kind() == ClauseRow.Kind.RULE && clause.due() <= DUE)
                .map(ClauseRow::id)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named()).containsAll(due);
    }

    @Test
    void a_clause_that_no_rule_of_law_or_mandate_carries_is_tried_on_the_whole_platform() {
        Set<String> elsewhere = new TreeSet<>(named());
        elsewhere.removeAll(LAW);
        assertThat(ids(ClauseCoverageTest.class)).containsAll(elsewhere);
    }

    @Test
    void no_rule_and_no_test_names_an_invented_clause() {
        Set<String> all = named();
        all.addAll(ids(ClauseCoverageTest.class));
        assertThat(all).allSatisfy(id -> assertThat(CLAUSES.find(id)).as(id).isPresent());
    }

    private static Set<String> named() {
        return ids(
                Clauses.class,
                Contract.class,
                EvidenceLog.class,
                Lake.class,
                GovernedQueries.class,
                ServingTables.class,
                AnnexOne.class,
                Activations.class,
                CityServer.class);
    }

    private static Set<String> ids(Class<?>... inside) {
        return Stream.of(inside)
                .flatMap(module -> ClauseScan.around(module).ids().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
