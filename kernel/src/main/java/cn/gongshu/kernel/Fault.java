package cn.gongshu.kernel;

import org.jspecify.annotations.Nullable;

/** Something broke that nobody asked for; carries a code so that faults can be counted and explained. */
public final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    public Fault(ErrorCode code, String message) {
        this(code, message, null);
    }

    public Fault(ErrorCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }
}
