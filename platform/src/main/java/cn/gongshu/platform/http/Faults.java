package cn.gongshu.platform.http;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Describes a throwable for the diagnostics without its message, which may hold personal data. */
public final class Faults {

    private static final int FRAMES = 12;

    private Faults() {}

    public static String described(Throwable thrown) {
        String frames = Arrays.stream(thrown.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "\n    at " + frame)
                .collect(Collectors.joining());
        Throwable cause = thrown.getCause();
        String because = cause == null ? "" : "\n  caused by " + described(cause);
        return thrown.getClass().getName() + frames + because;
    }
}
