package cn.gongshu.city.demo;

import cn.gongshu.cities.luan.synthetic.SyntheticCity;
import cn.gongshu.city.DataFolder;
import cn.gongshu.city.Options;
import cn.gongshu.city.Ports;
import cn.gongshu.city.Sentence;
import cn.gongshu.city.Stopping;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** {@code demo}: everything embedded, Lu'an loaded, the story played; {@code --check} plays it all and judges. */
public final class DemoCommand {

    private static final int DEFAULT_PORT = 8080;

    private DemoCommand() {}

    public static int run(List<String> words, PrintStream out) {
        Options options = Options.read(
                words,
                Set.of("--port", "--data", "--scale", "--date", "--log-fault"),
                Set.of("--check", "--server-only"));
        if (options.has("--check")) {
            return check(options, out);
        }
        DemoServer.Choices asked = choices(options);
        Ports.mustBeFree(asked.port());
        Path data = Path.of(options.value("--data").orElse("data"));
        try (Stopping stopping = Stopping.atSignal()) {
            DataFolder folder = stopping.start(() -> DataFolder.hold(data));
            DemoServer.Choices choices = asked.with(Scale.kept(folder, asked.people(), options.value("--scale"), out));
            out.println("正在启动数据库与平台 … starting the database and the platform");
            DemoServer server = stopping.start(() -> DemoServer.start(folder, choices));
            if (options.has("--server-only")) {
                PowerSwitch.watch(System.in, server.logFiles(), out);
                out.println(ChildServer.ready(ProcessHandle.current().pid()));
            } else {
                whileItRuns(stopping, () -> show(folder, server, choices.people(), out));
            }
            stopping.await();
            return 0;
        }
    }

    /** A stop in the middle of the story is no fault of the story. */
    private static void whileItRuns(Stopping stopping, Runnable story) {
        try {
            story.run();
        } catch (Sentence notAnswered) {
            if (!stopping.signalled()) {
                throw notAnswered;
            }
        }
    }

    private static DemoServer.Choices choices(Options options) {
        return new DemoServer.Choices(
                options.port(DEFAULT_PORT),
                people(options),
                options.date("--date"),
                options.value("--log-fault").orElse("NONE"));
    }

    /** What the child's server is told beside folder, port and fault. */
    private static List<String> served(Options options) {
        List<String> words = new ArrayList<>(List.of("--scale", Integer.toString(people(options))));
        options.date("--date").ifPresent(date -> words.addAll(List.of("--date", date.toString())));
        return words;
    }

    private static int people(Options options) {
        return options.number(
                "--scale", SyntheticCity.DEFAULT_PEOPLE, SyntheticCity.MIN_PEOPLE, SyntheticCity.MAX_PEOPLE);
    }

    private static void show(DataFolder folder, DemoServer server, int people, PrintStream out) {
        Caller caller = new Caller("http://127.0.0.1:" + server.port());
        World world = new World(folder.root(), caller, new SecureRandom(), people);
        if (!Story.play(world, false, out)) {
            out.println("演示没有完整进行，平台仍在运行。 The story stopped; the platform keeps running.");
        }
        out.println();
        out.println("打开 open  " + caller.baseUrl());
        for (Cast.Account account : Cast.everyone()) {
            out.printf("  %-24s %-16s %s%n", account.role(), account.user(), world.password(account.user()));
        }
        out.println("Ctrl-C 停止 stops");
    }

    private static int check(Options options, PrintStream out) {
        List<String> served = served(options);
        int port = options.value("--port").isPresent() ? options.port(DEFAULT_PORT) : Ports.twoFree();
        Ports.mustBeFree(port);
        Path folder = emptyFolder(options);
        boolean held;
        try (Stopping stopping = Stopping.atSignal()) {
            ChildServer server = stopping.start(() -> ChildServer.of(folder, port, served));
            server.begin();
            World world = new World(folder, new Caller(server.baseUrl()), new SecureRandom(), people(options));
            world.server(server);
            held = Story.play(world, true, out);
        }
        boolean temporary = options.value("--data").isEmpty();
        if (!held || !temporary || !deleted(Objects.requireNonNull(folder.getParent()))) {
            out.println("数据留在 the data stays in " + folder);
        }
        return held ? 0 : 1;
    }

    /** A temporary folder whose story held has nothing more to tell. */
    private static boolean deleted(Path folder) {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
            return true;
        } catch (IOException stillInUse) {
            return false;
        }
    }

    private static Path emptyFolder(Options options) {
        try {
            if (options.value("--data").isEmpty()) {
                return Files.createTempDirectory("gongshu-check").resolve("data");
            }
            Path folder =
                    Path.of(options.value("--data").get()).toAbsolutePath().normalize();
            Files.createDirectories(folder);
            try (Stream<Path> inside = Files.list(folder)) {
                if (inside.findAny().isPresent()) {
                    throw new Sentence(2, "--check 需要空的数据文件夹。", "--check needs an empty data folder.");
                }
            }
            return folder;
        } catch (IOException e) {
            throw new Sentence(2, "数据文件夹不可写。", "The data folder cannot be written.");
        }
    }
}
