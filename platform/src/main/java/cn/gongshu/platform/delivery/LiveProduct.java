package cn.gongshu.platform.delivery;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.mandate.decision.Needs;
import cn.gongshu.mandate.decision.SubjectKind;
import cn.gongshu.query.serving.LookupShape;
import cn.gongshu.query.serving.LookupShape.Answer;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A product that was activated, ready to answer.
 *
 * @param hash hash of its definition
 * @param lookup what its lookup reads; null for an aggregate
 */
record LiveProduct(
        Definition definition, String hash, @Nullable LookupShape lookup) {

    /** @throws IllegalArgumentException when the definition's answer is no text a lookup can hold */
    static LiveProduct of(Definition definition) {
        boolean aggregate = definition.needs().subject() == SubjectKind.AGGREGATE;
        return new LiveProduct(definition, definition.hash(), aggregate ? null : shape(definition));
    }

    static LookupShape shape(Definition definition) {
        return new LookupShape(
                definition.product(),
                List.of(
                        new Answer("data", Coverage.inserted(definition.answer())),
                        new Answer("definition", Coverage.DEFINITION)),
                SubjectAnswers.CONSENT);
    }

    ProductCode code() {
        return definition.product();
    }

    Needs needs() {
        return definition.needs();
    }

    List<ProductInput> inputs() {
        return definition.inputs();
    }

    /** Whom a call is about, or null for an aggregate. */
    Subject.@Nullable Kind subjectKind() {
        return switch (needs().subject()) {
            case PERSON -> Subject.Kind.PERSON;
            case FIRM -> Subject.Kind.FIRM;
            case AGGREGATE, NONE -> null;
        };
    }

    boolean aggregate() {
        return needs().subject() == SubjectKind.AGGREGATE;
    }

    List<String> items() {
        return needs().columns().keySet().stream().map(ItemId::value).toList();
    }
}
