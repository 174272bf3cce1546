package cn.gongshu.regulation;

import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;

/** Takes the refusal out of an outcome, or fails the test because there was none. */
public final class Refused {

    private Refused() {}

    public static Refusal in(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Refused<?>(Refusal refusal) -> refusal;
            case Outcome.Done<?>(Object value) -> throw new AssertionError("not refused: " + value);
        };
    }
}
