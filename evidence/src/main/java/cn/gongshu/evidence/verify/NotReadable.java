package cn.gongshu.evidence.verify;

import java.io.IOException;

/** What was to be checked is not there, or is nothing of the kind; ends a check as {@link Verification.CannotRead}. */
final class NotReadable extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Words reason;

    NotReadable(String zh, String en) {
        super(en);
        this.reason = new Words(zh, en);
    }

    Words reason() {
        return reason;
    }
}
