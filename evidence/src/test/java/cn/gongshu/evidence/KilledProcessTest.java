package cn.gongshu.evidence;

import cn.gongshu.evidence.tree.Hasher;
import cn.gongshu.kernel.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KilledProcessTest {

    @TempDir
    Path directory;

    @Test
    @Timeout(180)
    void every_entry_a_killed_process_acknowledged_is_in_the_log() throws IOException, InterruptedException {
        Map<Long, String> acknowledged = new HashMap<>();
        for (int round = 0; round < 3; round++) {
            acknowledged.putAll(killedAfter(150 + 97 * round, round));
            try (EvidenceLog log = EvidenceLog.open(directory, TestLogs.config())) {
                acknowledged.forEach((index, leaf) -> assertThat(log.entry(index)
                                .orElseThrow()
                                .leaf(new Hasher())
                                .hex())
                        .isEqualTo(leaf));
            }
        }
        System.out.printf("kill -9: %d acknowledged entries, all found again%n", acknowledged.size());
    }

    private Map<Long, String> killedAfter(int acks, long seed) throws IOException, InterruptedException {
        Map<Long, String> acknowledged = new HashMap<>();
        Process process = start(seed);
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ", -1);
                if (words.length == 4 && words[3].equals("end")) { // the last line may be cut
                    acknowledged.put(Long.valueOf(words[1]), words[2]);
                }
                if (acknowledged.size() == acks) {
                    assertInUse();
                    process.toHandle().destroyForcibly(); // SIGKILL; what it said can still be read
                }
            }
        } finally {
            process.destroyForcibly();
        }
        process.waitFor();
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(acks);
        return acknowledged;
    }

    private void assertInUse() {
        assertThatThrownBy(() -> EvidenceLog.open(directory, TestLogs.config()))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("open in another process");
    }

    private Process start(long seed) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        classPath,
                        AppendingProcess.class.getName(),
                        directory.toString(),
                        TestLogs.SIGNER.privateKeyLine(),
                        Long.toString(seed))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
