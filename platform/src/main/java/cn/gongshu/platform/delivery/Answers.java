package cn.gongshu.platform.delivery;

import cn.gongshu.kernel.Outcome;
import cn.gongshu.mandate.decision.Decision.Allowed;

import java.util.concurrent.CompletableFuture;

/** Makes the answer to an allowed use under its obligations: from a serving table, or through the governed door. */
interface Answers {

    /**
     * The answer, or a refusal that only the data could tell (no consent, no such subject). Never blocks the caller.
     *
     * @param call what was asked
     * @param product its definition
     * @param allowed the decision with its obligations
     */
    CompletableFuture<Outcome<Answered>> answer(Call call, LiveProduct product, Allowed allowed);
}
