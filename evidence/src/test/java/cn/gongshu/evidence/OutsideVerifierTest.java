package cn.gongshu.evidence;

import cn.gongshu.evidence.tree.Checkpoint;
import cn.gongshu.evidence.tree.Hash;
import cn.gongshu.evidence.tree.InclusionProof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** Go's checksum-database code, which knows nothing of ours, checks our log: see src/test/go/outside.go. */
class OutsideVerifierTest {

    private static final String PACKAGES = "/usr/share/gocode";
    private static final String MISSING =
            "Go or golang.org/x/mod is missing: run .ci/run, or apt-get install golang-go golang-golang-x-mod-dev";

    @TempDir
    Path directory;

    private record Ran(int exit, String said) {}

    @Test
    void go_finds_signature_consistency_and_every_sampled_inclusion_and_no_tampering_passes_it() throws Exception {
        Path program = build();
        SplittableRandom random = new SplittableRandom(20);
        for (int size : new int[] {1, 2, 255, 256, 257, 300 + random.nextInt(1500)}) {
            Path log = directory.resolve("log" + size);
            fill(log, size);
            Ran good = verify(program, log);
            System.out.println("go: " + good.said.strip());
            assertThat(good.exit).as(good.said).isZero();
            assertThat(good.said).startsWith("size " + size + ",");
            if (size == 1) {
                continue; // proved by the checkpoint alone
            }
            String tile = size < 256 ? "tile/0/000.p/" + size : "tile/0/000";
            flip(log.resolve(tile), random.nextInt(Math.min(size, 256) * Hash.BYTES));
            assertThat(verify(program, log).exit)
                    .as("a flipped bit in %s", tile)
                    .isEqualTo(1);
        }
    }

    @Test
    void go_refuses_a_checkpoint_of_another_history() throws Exception {
        Path program = build();
        Path log = directory.resolve("log");
        fill(log, 200);
        Path other = directory.resolve("other");
        fill(other, 200);
        Files.copy(other.resolve("earlier"), log.resolve("earlier"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(verify(program, log)).satisfies(ran -> {
            assertThat(ran.exit).isEqualTo(1);
            assertThat(ran.said).contains("invalid transparency proof");
        });
    }

    /** A log with some earlier checkpoints and leaves to check beside it. */
    private static void fill(Path folder, int size) throws IOException {
        StringBuilder earlier = new StringBuilder();
        List<String> leaves = new ArrayList<>();
        SampleEntries samples = TestLogs.samples(size);
        try (EvidenceLog log = EvidenceLog.open(folder, TestLogs.config())) {
            while (log.size() < size) {
                int group = (int) Math.min(size - log.size(), 97);
                List<CompletableFuture<?>> all = new ArrayList<>();
                for (int i = 0; i < group; i++) {
                    all.add(log.append(samples.draft(), Guard.NONE));
                }
                CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
                earlier.append(log.checkpoint().note()).append("=\n");
                leaves.add(leaf(log, log.size() - 1));
            }
            for (int i = 0; i < 50; i++) {
                leaves.add(leaf(log, new SplittableRandom(i).nextLong(size)));
            }
        }
        Files.writeString(folder.resolve("key"), TestLogs.SIGNER.verifierKey().line());
        Files.writeString(folder.resolve("earlier"), earlier);
        Files.write(folder.resolve("leaves"), leaves);
    }

    private static String leaf(EvidenceLog log, long index) {
        Recorded recorded = log.entry(index).orElseThrow();
        Checkpoint checkpoint = log.checkpoint();
        InclusionProof proof = log.inclusionProof(index, checkpoint.size());
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(recorded.blind().bytes());
        data.writeBytes(recorded.text().getBytes(StandardCharsets.UTF_8));
        String path = proof.path().stream().map(Hash::base64).collect(Collectors.joining(","));
        return String.join(
                " ",
                Long.toString(index),
                Long.toString(checkpoint.size()),
                Base64.getEncoder().encodeToString(data.toByteArray()),
                path.isEmpty() ? "-" : path,
                checkpoint.root().base64());
    }

    private Path build() throws IOException, InterruptedException {
        Path source = Path.of("src/test/go/outside.go").toAbsolutePath();
        Path program = directory.resolve("outside");
        assertThat(Path.of(PACKAGES, "src/golang.org/x/mod/sumdb/tlog"))
                .as(MISSING)
                .isDirectory();
        Ran built;
        try {
            built = run(List.of("go", "build", "-o", program.toString(), source.toString()));
        } catch (IOException noGo) {
            throw new AssertionError(MISSING, noGo);
        }
        assertThat(built.exit).as(built.said).isZero();
        return program;
    }

    private Ran verify(Path program, Path log) throws IOException, InterruptedException {
        return run(List.of(
                program.toString(),
                log.toString(),
                log.resolve("key").toString(),
                log.resolve("earlier").toString(),
                log.resolve("leaves").toString()));
    }

    private Ran run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "GO111MODULE", "off",
                        "GOPATH", PACKAGES,
                        "GOFLAGS", "",
                        "GOPROXY", "off",
                        "GOCACHE", Path.of("target/go-cache").toAbsolutePath().toString()));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), said);
    }

    private static void flip(Path file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 1;
        Files.write(file, bytes);
    }
}
