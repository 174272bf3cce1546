package cn.gongshu.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the machine must have before a story can be told: Debian's Chromium and a font with Chinese characters. */
final class Machine {

    static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    static final List<String> CHINESE_FONTS = List.of("fc-list", ":lang=zh", "family");

    private Machine() {}

    /** The one sentence on what is missing, or empty. */
    static Optional<String> missing(Path chromium, List<String> fontList) {
        if (!Files.isExecutable(chromium)) {
            return Optional.of("The browser stories need Chromium at " + chromium
                    + ": run .ci/run, which installs it, or apt-get install chromium.");
        }
        if (said(fontList).isBlank()) {
            return Optional.of("The browser stories need a font with Chinese characters (fc-list :lang=zh is empty):"
                    + " run .ci/run, which installs it, or apt-get install fonts-noto-cjk.");
        }
        return Optional.empty();
    }

    /** Fails with the sentence; a story is never skipped silently. */
    static void demand() {
        missing(CHROMIUM, CHINESE_FONTS).ifPresent(sentence -> {
            throw new AssertionError(sentence);
        });
    }

    /** What the command prints; nothing where there is no such command. */
    private static String said(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        try (InputStream said = builder.start().getInputStream()) {
            return new String(said.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException notInstalled) {
            return "";
        }
    }
}
