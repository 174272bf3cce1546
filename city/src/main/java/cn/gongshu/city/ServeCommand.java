package cn.gongshu.city;

import cn.gongshu.city.ServerSettings.DatabaseAddress;
import cn.gongshu.platform.access.Accounts;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** {@code serve}: the platform, empty, on a PostgreSQL of the office's own. */
final class ServeCommand {

    private static final Set<String> WITH_VALUE =
            Set.of("--port", "--data", "--database-url", "--database-user", "--database-password-file");

    private ServeCommand() {}

    static int run(List<String> words, PrintStream out) {
        Options options = Options.read(words, WITH_VALUE, Set.of());
        DatabaseAddress database = new DatabaseAddress(
                required(options, "--database-url"), required(options, "--database-user"), password(options));
        Path data = Path.of(options.value("--data").orElse("data"));
        try (Stopping stopping = Stopping.atSignal()) {
            DataFolder folder = stopping.start(() -> DataFolder.hold(data));
            ServerSettings settings = new ServerSettings(Mode.OFFICE, options.port(8080), folder.root(), database);
            CityServer server = stopping.start(() -> CityServer.start(settings));
            out.println("公数已启动 Gongshu is up: http://127.0.0.1:" + server.port());
            server.bean(Accounts.class)
                    .newSetupCode()
                    .ifPresent(code -> out.println("首次安装码（只用一次）One-time set-up code: " + code));
            stopping.await();
            return 0;
        }
    }

    private static String required(Options options, String name) {
        return options.value(name)
                .orElseThrow(() -> new Sentence(2, "serve 需要选项 " + name + "。", "serve needs option " + name + "."));
    }

    private static String password(Options options) {
        Path file = Path.of(required(options, "--database-password-file"));
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Sentence(2, "读不到密码文件 " + file + "。", "Cannot read the password file " + file + ".");
        }
    }
}
