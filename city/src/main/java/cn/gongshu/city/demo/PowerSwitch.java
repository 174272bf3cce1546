package cn.gongshu.city.demo;

import cn.gongshu.evidence.files.FileLayer;
import cn.gongshu.evidence.files.LossyFileLayer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Lets {@code --check} take the power away from its server: the word on standard input drops what the log has not
 * forced, says how much that was, and ends the process where it stands.
 */
final class PowerSwitch {

    /** The line that takes the power away. */
    static final String OFF = "power-off";

    /** What the server says before the number of bytes. */
    static final String DROPPED = "unforced bytes dropped: ";

    private static final int KILLED = 137;

    private PowerSwitch() {}

    static void watch(InputStream words, FileLayer files, PrintStream out) {
        if (files instanceof LossyFileLayer lossy) {
            Thread.ofVirtual().name("power-switch").start(() -> obey(words, lossy, out));
        }
    }

    private static void obey(InputStream words, LossyFileLayer files, PrintStream out) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(words, StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            if (OFF.equals(line)) {
                out.println(DROPPED + files.crash().bytes());
                out.flush();
                Runtime.getRuntime().halt(KILLED);
            }
        } catch (IOException e) {
            out.println("The power switch failed: " + e.getMessage());
        }
    }
}
