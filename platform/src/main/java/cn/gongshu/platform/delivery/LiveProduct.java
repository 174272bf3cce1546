package cn.gongshu.platform.delivery;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.mandate.decision.Needs;
import cn.gongshu.mandate.decision.SubjectKind;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** A product that was activated, ready to answer. */
record LiveProduct(Definition definition) {

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
