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

    private static final String NEW_CODE = "--new-setup-code";
    private static final int DEFAULT_PORT = 8080;

    private ServeCommand() {}

    static int run(List<String> words, PrintStream out) {
        Options options = Options.read(words, WITH_VALUE, Set.of(NEW_CODE));
        int port = options.port(DEFAULT_PORT);
        DatabaseAddress database = new DatabaseAddress(
                required(options, "--database-url"), required(options, "--database-user"), password(options));
        Ports.mustBeFree(port);
        DatabaseCheck.mustAnswer(database);
        Path data = Path.of(options.value("--data").orElse("data"));
        try (Stopping stopping = Stopping.atSignal()) {
            DataFolder folder = stopping.start(() -> DataFolder.hold(data));
            ServerSettings settings = new ServerSettings(Mode.OFFICE, port, folder.root(), database);
            CityServer server = stopping.start(() -> CityServer.start(settings));
            out.println("公数已启动 Gongshu is up: http://127.0.0.1:" + server.port());
            setUp(server.bean(Accounts.class), server.port(), options.has(NEW_CODE), out);
            stopping.await();
            return 0;
        }
    }

    /** Only the code's hash is kept, so a code is shown once and stays good over restarts until it is used. */
    static void setUp(Accounts accounts, int port, boolean another, PrintStream out) {
        if (!accounts.awaitSetUp()) {
            return;
        }
        out.println("平台尚未首次安装（做法见 docs/operations.md）。  The platform is not set up yet (docs/operations.md says how).");
        if (accounts.setupCodeGiven() && !another) {
            out.println(
                    "首次安装码此前已显示，仍然有效；如已遗失，请以 --new-setup-code 重新启动。  "
                            + "A set-up code was shown before and is still good; if it is lost, start again with --new-setup-code.");
            return;
        }
        accounts.newSetupCode()
                .ifPresent(code -> out.println("首次安装码（只用一次）One-time set-up code: " + code + System.lineSeparator()
                        + "  curl -H 'Content-Type: application/json' --data @setup.json http://127.0.0.1:" + port
                        + "/api/v1/setup"));
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
