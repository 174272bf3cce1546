package cn.gongshu.mandate.decision;

import cn.gongshu.kernel.Refusal;

/** Whether what this process knows of the chain still counts. */
public sealed interface Standing {

    /** It does: this is it. */
    record Current(ChainSnapshot snapshot) implements Standing {}

    /** Nobody can say: refuse everything. */
    record Unknown(Refusal refusal) implements Standing {}
}
