package cn.gongshu.city.demo;

import cn.gongshu.city.DataFolder;
import cn.gongshu.city.Sentence;
import cn.gongshu.city.keep.HaltedBackup;
import cn.gongshu.city.keep.KeepCommand;
import cn.gongshu.evidence.verify.VerifyCommand;
import cn.gongshu.postgres.TestPostgres;
import cn.gongshu.postgres.TestPostgres.TestDatabase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A demo that was played is backed up at rest and restored elsewhere. */
class KeptDemoTest {

    private static final int PEOPLE = 2_000;
    private static final DemoServer.Choices CHOICES =
            new DemoServer.Choices(0, PEOPLE, Optional.of(LocalDate.of(2026, 11, 24)), "NONE");
    private static final PrintStream NOWHERE =
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);

    @TempDir
    static Path folder;

    private static Path data;
    private static Path backup;
    private static JsonNode answered;

    @BeforeAll
    static void played_answered_and_backed_up() {
        data = folder.resolve("data");
        backup = folder.resolve("backup");
        ByteArrayOutputStream story = new ByteArrayOutputStream();
        try (DataFolder held = DataFolder.hold(data);
                DemoServer server = DemoServer.start(held, CHOICES)) {
            World world = world(data, server);
            assertThat(Story.play(world, false, new PrintStream(story, true, StandardCharsets.UTF_8)))
                    .as(story.toString(StandardCharsets.UTF_8))
                    .isTrue();
            answered = DeliveryChapter.p37(world, "interrupted").body();
            refused(2, () -> backup(data, folder.resolve("in-use")), "in use");
        }
        backup(data, backup);
    }

    @Test
    void restored_elsewhere_it_answers_the_same_and_everything_agrees() throws IOException {
        Path restored = folder.resolve("restored");
        restore(backup, restored);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(restored.resolve("keys/log.key"))))
                .isEqualTo("rw-------");
        try (DataFolder held = DataFolder.hold(restored);
                DemoServer server = DemoServer.start(held, CHOICES)) {
            World world = world(restored, server);
            JsonNode again = DeliveryChapter.p37(world, "interrupted").body();
            assertThat(again.path("data")).isEqualTo(answered.path("data"));
            assertThat(again.path("asOf")).isEqualTo(answered.path("asOf"));
            assertThat(again.path("lineage")).isEqualTo(answered.path("lineage"));
            assertThat(again.path("receipt").path("index").asLong())
                    .isGreaterThan(answered.path("receipt").path("index").asLong());
            assertThat(world.caller().post("/api/v1/reconciliations", world.token("audit-ming"), Map.of()))
                    .isEqualTo(new Answer(200, JsonMapper.shared().createArrayNode()));
        }
        Path receipt = Files.writeString(
                folder.resolve("receipt.json"), answered.path("receipt").toString());
        String[] question = {
            "--log", restored.resolve("log/city").toString(),
            "--receipt", receipt.toString(),
            "--key", restored.resolve("keys/log.pub").toString()
        };
        assertThat(VerifyCommand.run(question, NOWHERE)).isZero();
    }

    @Test
    void one_flipped_byte_in_any_file_and_nothing_is_restored() throws IOException {
        Random random = new Random(20261125);
        Path target = folder.resolve("never");
        for (Path file : files(backup)) {
            byte[] whole = Files.readAllBytes(file);
            if (whole.length > 0) {
                byte[] flipped = whole.clone();
                flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, flipped);
                refused(
                        1,
                        () -> restore(backup, target),
                        backup.relativize(file).getFileName().toString());
                Files.write(file, whole);
            }
        }
        assertThat(target).doesNotExist();
    }

    @Test
    void a_missing_file_and_nothing_is_restored() throws IOException {
        Path file = backup.resolve("files/log/city/checkpoint");
        byte[] whole = Files.readAllBytes(file);
        Files.delete(file);
        refused(1, () -> restore(backup, folder.resolve("never")), "log/city/checkpoint");
        Files.write(file, whole);
        assertThat(folder.resolve("never")).doesNotExist();
    }

    @Test
    void a_killed_backup_has_no_manifest_and_the_next_one_is_whole() throws IOException, InterruptedException {
        for (String part : List.of("tables", "log/city/checkpoint")) {
            Path halted = folder.resolve("halted-at-" + part.replace('/', '-'));
            assertThat(killedBackup(halted, part)).isEqualTo(HaltedBackup.KILLED);
            assertThat(halted.resolve("manifest.json")).doesNotExist();
            refused(2, () -> restore(halted, folder.resolve("never")), "no manifest");
        }
        Path next = folder.resolve("next");
        backup(data, next);
        assertThat(tables(next)).isEqualTo(tables(backup));
    }

    @Test
    void a_log_shorter_than_the_database_knows_is_not_backed_up() throws IOException {
        Path segment = data.resolve("log/city/journal/000000000000.seg");
        byte[] whole = Files.readAllBytes(segment);
        Files.write(segment, Arrays.copyOf(whole, whole.length / 2));
        refused(1, () -> backup(data, folder.resolve("shorter")), "fewer than");
        Files.write(segment, whole);
        assertThat(folder.resolve("shorter/manifest.json")).doesNotExist();
    }

    @Test
    void an_office_database_takes_a_backup_once_and_gives_the_same_back() throws IOException {
        TestDatabase database = TestPostgres.shared().freshDatabase();
        Path password = Files.writeString(folder.resolve("password"), database.password());
        String[] office = {
            "--database-url", database.jdbcUrl(),
            "--database-user", database.user(),
            "--database-password-file", password.toString()
        };
        Path restored = folder.resolve("office");
        restore(backup, restored, office);
        Path again = folder.resolve("office-backup");
        backup(restored, again, office);
        assertThat(tables(again)).isEqualTo(tables(backup));
        refused(2, () -> restore(backup, folder.resolve("second"), office), "not empty");
    }

    @Test
    void a_folder_whose_restore_was_cut_short_is_never_used() throws IOException {
        Path cut = folder.resolve("cut");
        try (DataFolder held = DataFolder.hold(cut)) {
            held.unfinished();
        }
        refused(2, () -> DataFolder.hold(cut).close(), "was not finished");
    }

    @Test
    void a_backup_goes_only_into_an_empty_folder_and_comes_back_only_into_one() {
        refused(2, () -> backup(data, backup), "not empty");
        refused(2, () -> restore(backup, data), "not empty");
        refused(2, () -> backup(folder.resolve("nothing"), folder.resolve("x")), "no installation");
    }

    private static World world(Path data, DemoServer server) {
        return new World(data, new Caller("http://127.0.0.1:" + server.port()), new SecureRandom(), PEOPLE);
    }

    private static void backup(Path data, Path target, String... office) {
        assertThat(KeepCommand.backup(words(target, data, office), NOWHERE)).isZero();
    }

    private static void restore(Path backup, Path data, String... office) {
        assertThat(KeepCommand.restore(words(backup, data, office), NOWHERE)).isZero();
    }

    private static List<String> words(Path backup, Path data, String... office) {
        List<String> words = new ArrayList<>(List.of(backup.toString(), "--data", data.toString()));
        words.addAll(List.of(office));
        return words;
    }

    private static void refused(int exitCode, ThrowingCallable command, String words) {
        assertThatThrownBy(command).isInstanceOfSatisfying(Sentence.class, sentence -> {
            assertThat(sentence.exitCode()).isEqualTo(exitCode);
            assertThat(sentence.getMessage()).contains(words);
        });
    }

    private static int killedBackup(Path target, String part) throws IOException, InterruptedException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HaltedBackup.class.getName(),
                        data.toString(),
                        target.toString(),
                        part)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("halted.log").toFile())
                .start()
                .waitFor();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            return inside.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static JsonNode tables(Path backup) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readAllBytes(backup.resolve("manifest.json")))
                .path("manifest")
                .path("tables");
    }
}
