package cn.gongshu.mandate.decision;

import cn.gongshu.kernel.Refusal;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** The machine's answer to a use (判定). */
public sealed interface Decision {

    /**
     * It may happen, if the obligations are met and every quota still has room.
     *
     * @param chain the links it rests on
     */
    record Allowed(Use use, CompiledChain chain, List<Obligation> obligations) implements Decision {

        /** The first obligation of a kind, or null. */
        public <T extends Obligation> @Nullable T obligation(Class<T> kind) {
            for (Obligation obligation : obligations) {
                if (kind.isInstance(obligation)) {
                    return kind.cast(obligation);
                }
            }
            return null;
        }
    }

    /** It may not. */
    record Refused(Refusal refusal) implements Decision {}
}
