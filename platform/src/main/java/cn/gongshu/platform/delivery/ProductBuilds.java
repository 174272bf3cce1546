package cn.gongshu.platform.delivery;

import cn.gongshu.kernel.ColumnRef;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.mandate.Mandate;
import cn.gongshu.mandate.decision.SubjectKind;
import cn.gongshu.query.governed.CheckedSubjectRows;
import cn.gongshu.query.serving.ServingTable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an activation does before anything is recorded: the query is checked against the approval's scope, the answer's
 * words are checked, the serving table is built beside the one in use, and the lookup on it is prepared.
 */
@Component
class ProductBuilds {

    private final Governance governance;
    private final AnswerCheck answers;
    private final ServingBuilds builds;

    ProductBuilds(Governance governance, AnswerCheck answers, ServingBuilds builds) {
        this.governance = governance;
        this.answers = answers;
        this.builds = builds;
    }

    /** A definition that may be activated, with the table built for it; null for an aggregate. */
    record Built(Definition definition, @Nullable ServingTable table) {}

    Outcome<Built> build(Definition definition, Mandate link) {
        if (definition.needs().subject() == SubjectKind.AGGREGATE) {
            return governance
                    .queries()
                    .checkAggregate(definition.query(), governance.tables(), Governance.scope(link))
                    .then(query -> declared(definition, query.columns()))
                    .map(declared -> new Built(declared, null));
        }
        return governance
                .queries()
                .checkSubjectRows(
                        definition.query(),
                        definition.needs().subject().name(),
                        governance.tables(),
                        Governance.scope(link))
                .then(query -> declared(definition, query.columns()).map(declared -> query))
                .then(query -> answers.words(definition, query))
                .then(query -> table(definition, query, link))
                .map(table -> new Built(definition, table));
    }

    private Outcome<ServingTable> table(Definition definition, CheckedSubjectRows query, Mandate link) {
        return builds.build(definition, query, link).then(built -> {
            Outcome<ServingTable> answering = answers.lookup(definition, built);
            if (answering instanceof Outcome.Refused<ServingTable>) {
                builds.discard(built);
            }
            return answering;
        });
    }

    /** The columns a definition declares – on which every use is decided – are those its query touches, no fewer. */
    private static Outcome<Definition> declared(Definition definition, Set<ColumnRef> touched) {
        Set<ColumnRef> declared = new TreeSet<>();
        definition
                .needs()
                .columns()
                .forEach((item, columns) -> columns.forEach(column -> declared.add(new ColumnRef(item, column))));
        return touched.stream()
                .filter(column -> !declared.contains(column))
                .sorted()
                .findFirst()
                .<Outcome<Definition>>map(column -> Outcome.refused(undeclared(column)))
                .orElseGet(() -> Outcome.done(definition));
    }

    private static Refusal undeclared(ColumnRef column) {
        return Refusal.of(
                ErrorCode.QUERY_REFUSED,
                Map.of(
                        "reason",
                        "查询用到未声明的列 " + column + "，请写入 columns",
                        "reason@en",
                        "column " + column + " is not declared"));
    }
}
