package cn.gongshu.evidence.verify;

import java.io.IOException;

/** What was read does not prove what it claims; ends a check and becomes {@link Verification.DoesNotHold}. */
final class NotProven extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Words reason;

    NotProven(String zh, String en) {
        super(en);
        this.reason = new Words(zh, en);
    }

    Words reason() {
        return reason;
    }
}
