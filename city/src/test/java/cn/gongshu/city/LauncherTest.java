package cn.gongshu.city;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;

/** The launcher's clear sentences, with tools that fail in the place of the real ones. */
class LauncherTest {

    @TempDir
    Path folder;

    private Path tools;

    @BeforeEach
    void launcherWithoutABuild() throws IOException {
        tools = Files.createDirectory(folder.resolve("tools"));
        Files.copy(Path.of("..", "gongshu"), folder.resolve("gongshu"));
        tool("node", "echo v22.1.0");
        tool("mvn", "echo '[ERROR] it does not compile'; exit 1");
    }

    @Test
    void a_build_that_fails_is_said_in_one_sentence_with_where_to_look() throws Exception {
        Ended ended = launched();
        assertThat(ended.said).contains("The build failed; see .build.log.");
        assertThat(ended.exit).isEqualTo(2);
        assertThat(folder.resolve(".build.log")).content().contains("it does not compile");
    }

    @Test
    void a_node_that_is_too_old_is_said_before_anything_is_built() throws Exception {
        tool("node", "echo v18.20.4");
        Ended ended = launched();
        assertThat(ended.said).contains("Node.js 20 or newer was not found");
        assertThat(ended.exit).isEqualTo(2);
        assertThat(folder.resolve(".build.log")).doesNotExist();
    }

    private record Ended(int exit, String said) {}

    private Ended launched() throws IOException, InterruptedException {
        ProcessBuilder launcher =
                new ProcessBuilder("bash", folder.resolve("gongshu").toString(), "demo");
        launcher.environment().merge("PATH", tools.toString(), (path, first) -> first + ":" + path);
        launcher.environment().put("JAVA_HOME", Objects.requireNonNull(System.getProperty("java.home")));
        Process process = launcher.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private void tool(String name, String script) throws IOException {
        Path file = Files.writeString(tools.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
