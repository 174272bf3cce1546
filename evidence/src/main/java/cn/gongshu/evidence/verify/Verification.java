package cn.gongshu.evidence.verify;

import java.util.List;

/** What came of checking something. */
public sealed interface Verification {

    /**
     * Everything asked about was proved.
     *
     * @param proved what, sentence by sentence
     */
    record Holds(List<Words> proved) implements Verification {

        public Holds {
            proved = List.copyOf(proved);
        }
    }

    /** Something asked about is not as it claims to be. */
    record DoesNotHold(Words reason) implements Verification {}

    /** It could not be read, so nothing is known. */
    record CannotRead(Words reason) implements Verification {}

    /** 0 holds, 1 does not, 2 cannot read. */
    default int exitCode() {
        return switch (this) {
            case Holds holds -> 0;
            case DoesNotHold doesNot -> 1;
            case CannotRead cannot -> 2;
        };
    }
}
