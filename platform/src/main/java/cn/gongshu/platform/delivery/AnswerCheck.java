package cn.gongshu.platform.delivery;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.query.governed.CheckedSubjectRows;
import cn.gongshu.query.serving.AnswerSql;
import cn.gongshu.query.serving.LookupCheck;
import cn.gongshu.query.serving.LookupCheck.Prepared;
import cn.gongshu.query.serving.LookupShape;
import cn.gongshu.query.serving.LookupShape.Answer;
import cn.gongshu.query.serving.ServingTable;
import org.springframework.stereotype.Component;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks a definition's answer, twice: its words before anything is built, since it is text that runs in the database of
 * everything; and the whole lookup on the built table before anything is recorded, so that what is activated can answer.
 */
@Component
class AnswerCheck {

    /** Parameters of the lookup itself, bound by the platform: an answer or input of this name would show or hide them. */
    private static final Set<String> BOUND = Set.of("product", "subject", "lookup", "kind", "purpose", "recipient");

    private static final Answer NOTHING = new Answer("data", "NULL::jsonb");
    private static final String COVERAGE = "public.product_coverage";

    private final LookupCheck lookups;

    AnswerCheck(LookupCheck lookups) {
        this.lookups = lookups;
    }

    /** The query again, when each word of the answer is allowed. */
    Outcome<CheckedSubjectRows> words(Definition definition, CheckedSubjectRows query) {
        Set<String> parameters = new HashSet<>(Set.of(Coverage.FROM, Coverage.TO));
        for (ProductInput input : definition.inputs()) {
            if (BOUND.contains(input.name()) || !parameters.add(input.name())) {
                return refused("输入项不能名为 " + input.name(), "an input may not be named " + input.name());
            }
        }
        Set<String> columns =
                Set.copyOf(query.outputs().subList(1, query.outputs().size()));
        return AnswerSql.read(definition.answer(), columns, parameters)
                .then(answer -> lookups.names(answer, SubjectAnswers.CONSENT))
                .map(answer -> query);
    }

    /** The table again, when the lookup on it can be prepared and reads no more than a lookup without an answer does. */
    Outcome<ServingTable> lookup(Definition definition, ServingTable built) {
        LookupShape shape = LiveProduct.shape(definition);
        LookupShape without = new LookupShape(definition.product(), List.of(NOTHING), SubjectAnswers.CONSENT);
        return lookups.prepare(without, built.generation())
                .then(bare -> lookups.prepare(shape, built.generation())
                        .then(whole -> within(definition, whole, bare.relations())))
                .map(whole -> built);
    }

    private static Outcome<Prepared> within(Definition definition, Prepared whole, Set<String> expected) {
        for (String relation : whole.relations()) {
            if (!expected.contains(relation) && !relation.equals(COVERAGE)) {
                return refused("答复表达式读取 " + relation, "the answer reads " + relation);
            }
        }
        if (!whole.answerTypes().getFirst().equals("jsonb")) {
            return refused("答复表达式须给出一个 jsonb 值", "the answer gives one jsonb value");
        }
        for (ProductInput input : definition.inputs()) {
            if (!whole.parameterTypes().getOrDefault(input.name(), "integer").equals("integer")) {
                return refused("参数请写作 :" + input.name() + "::int", "write the parameter as :" + input.name() + "::int");
            }
        }
        return Outcome.done(whole);
    }

    private static <T> Outcome<T> refused(String zh, String en) {
        return Outcome.refused(Refusal.of(ErrorCode.QUERY_REFUSED, Map.of("reason", zh, "reason@en", en)));
    }
}
