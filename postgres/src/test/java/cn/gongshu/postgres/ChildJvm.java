package cn.gongshu.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A second JVM on the tests' classpath, with a small heap, to be killed. */
public final class ChildJvm {

    private static final int HEAP_MB = 64;

    private ChildJvm() {}

    /** Starts the main class with its errors shown here. */
    public static Process start(Class<?> main, String argument) throws IOException {
        return new ProcessBuilder(command(main, argument))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static List<String> command(Class<?> main, String argument) {
        String java = Path.of(Objects.requireNonNull(System.getProperty("java.home")), "bin", "java")
                .toString();
        String here = Objects.requireNonNull(System.getProperty("java.class.path"));
        String classpath = System.getProperty("surefire.test.class.path", here);
        return Stream.of(
                        java,
                        "-Xmx" + HEAP_MB + "m",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        classpath,
                        main.getName(),
                        argument)
                .toList();
    }

    public static BufferedReader lines(Process process) {
        return process.inputReader(StandardCharsets.UTF_8);
    }
}
