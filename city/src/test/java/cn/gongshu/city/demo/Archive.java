package cn.gongshu.city.demo;

import cn.gongshu.city.DataFolder;
import cn.gongshu.city.keep.KeepCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A backup of a small played demo in one zip, kept with what its products answered, so that every later version proves
 * that it still opens what earlier ones wrote. It holds keys of a demo only.
 */
final class Archive {

    /** The legal date on which an archive is made and opened. */
    static final LocalDate DATE = LocalDate.of(2026, 11, 24);

    private static final int PEOPLE = 2_000;
    private static final String ANSWERS = "answers.json";
    private static final String BACKUP = "backup";

    private Archive() {}

    /** Plays a demo and keeps it: {@code Archive FILE.zip}. */
    public static void main(String[] words) throws IOException {
        Path work = Files.createTempDirectory("gongshu-archive");
        Path data = work.resolve("data");
        try (DataFolder held = DataFolder.hold(data);
                DemoServer server = start(held)) {
            World world = world(data, server);
            if (!Story.play(world, false, System.out)) {
                throw new IllegalStateException("the story did not play");
            }
            Files.writeString(work.resolve(ANSWERS), JsonMapper.shared().writeValueAsString(answers(world)));
        }
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        KeepCommand.backup(List.of(work.resolve(BACKUP).toString(), "--data", data.toString()), nowhere);
        zip(work, Path.of(words[0]));
    }

    static DemoServer start(DataFolder folder) {
        return DemoServer.start(folder, new DemoServer.Choices(0, PEOPLE, Optional.of(DATE), "NONE"));
    }

    static World world(Path data, DemoServer server) {
        return new World(data, new Caller("http://127.0.0.1:" + server.port()), new SecureRandom(), PEOPLE);
    }

    /** What each product answers to the story's questions, whole. */
    static Map<String, JsonNode> answers(World world) {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        answers.put("P37", DeliveryChapter.p37(world, "interrupted").body());
        answers.put(
                "P04",
                Calls.call(
                                world,
                                DeliveryChapter.BANK,
                                "P04",
                                Calls.body(world, "credit-assessment", "firm-growing", Map.of("months", 12)))
                        .body());
        answers.put(
                "P31",
                Calls.call(world, DeliveryChapter.HEALTH, "P31", Map.of("purpose", "public-health"))
                        .body());
        return answers;
    }

    /** Unpacks an archive into {@code folder} and returns what its products answered then. */
    static JsonNode unpack(InputStream zip, Path folder) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(zip)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path target = folder.resolve(entry.getName());
                Files.createDirectories(target.getParent());
                Files.copy(entries, target);
            }
        }
        return JsonMapper.shared().readTree(Files.readAllBytes(folder.resolve(ANSWERS)));
    }

    static Path backupIn(Path folder) {
        return folder.resolve(BACKUP);
    }

    private static void zip(Path work, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> all = Files.walk(work)) {
            List<Path> kept = all.filter(Files::isRegularFile)
                    .filter(path -> path.startsWith(work.resolve(BACKUP)) || path.endsWith(ANSWERS))
                    .sorted()
                    .toList();
            for (Path path : kept) {
                zip.putNextEntry(new ZipEntry(work.relativize(path).toString()));
                Files.copy(path, zip);
            }
        }
    }
}
