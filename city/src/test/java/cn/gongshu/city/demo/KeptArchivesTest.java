package cn.gongshu.city.demo;

import cn.gongshu.city.DataFolder;
import cn.gongshu.city.keep.KeepCommand;
import cn.gongshu.evidence.verify.VerifyCommand;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Every demo that an earlier version kept opens in this one; see {@code archives/README.md} in the test resources. */
class KeptArchivesTest {

    private static final Path ARCHIVES = Path.of("src/test/resources/archives");
    private static final long MOST_BYTES = 5_000_000;

    @TempDir
    Path folder;

    static List<Path> archives() throws IOException {
        try (Stream<Path> inside = Files.list(ARCHIVES)) {
            return inside.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("archives")
    void an_archive_answers_as_it_did_agrees_with_its_log_and_its_receipts_verify(Path archive) throws IOException {
        assertThat(Files.size(archive)).isLessThan(MOST_BYTES);
        JsonNode before;
        try (InputStream zip = Files.newInputStream(archive)) {
            before = Archive.unpack(zip, folder);
        }
        Path data = folder.resolve("data");
        List<String> words = List.of(Archive.backupIn(folder).toString(), "--data", data.toString());
        assertThat(KeepCommand.restore(words, nowhere())).isZero();
        try (DataFolder held = DataFolder.hold(data);
                DemoServer server = Archive.start(held)) {
            World world = Archive.world(data, server);
            Archive.answers(world).forEach((product, now) -> {
                JsonNode then = before.path(product);
                assertThat(now.path("data")).as(product).isEqualTo(then.path("data"));
                assertThat(now.path("lineage")).as(product).isEqualTo(then.path("lineage"));
            });
            assertThat(world.caller().post("/api/v1/reconciliations", world.token("audit-ming"), Map.of()))
                    .isEqualTo(new Answer(200, JsonMapper.shared().createArrayNode()));
        }
        for (JsonNode answer : before) {
            Path receipt = Files.writeString(
                    folder.resolve("receipt.json"), answer.path("receipt").toString());
            String[] question = {
                "--log", data.resolve("log/city").toString(),
                "--receipt", receipt.toString(),
                "--key", data.resolve("keys/log.pub").toString()
            };
            assertThat(VerifyCommand.run(question, nowhere())).isZero();
        }
    }

    private static PrintStream nowhere() {
        return new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    }
}
