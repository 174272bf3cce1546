package cn.gongshu.e2e;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** {@code gongshu demo} as a process of its own, small and in a temporary folder, its story played. */
final class DemoCity implements AutoCloseable {

    private static final int PEOPLE = 2_000;
    private static final long START_SECONDS = 180;
    private static final long STOP_SECONDS = 30;
    private static final int PORTS_TRIED = 50;
    /** The last line of a demo that is ready. */
    private static final String READY = "Ctrl-C";

    private final Process process;
    private final Path folder;
    private final String baseUrl;
    private final CompletableFuture<List<String>> told = new CompletableFuture<>();
    private final Thread killedWithUs = new Thread(this::stop);

    private DemoCity(Process process, Path folder, String baseUrl) {
        this.process = process;
        this.folder = folder;
        this.baseUrl = baseUrl;
        Runtime.getRuntime().addShutdownHook(killedWithUs);
        Thread.ofVirtual().name("demo-output").start(this::listen);
    }

    /** Starts it and waits until its story is played. */
    static DemoCity start() {
        try {
            int port = freePort();
            Path folder = Files.createTempDirectory("gongshu-e2e");
            DemoCity city = new DemoCity(launch(folder, port), folder, "http://127.0.0.1:" + port);
            city.awaitStory();
            return city;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String baseUrl() {
        return baseUrl;
    }

    /** The password of a demo account. */
    String password(String user) {
        return named(kept().path("accounts"), "user", user, "password");
    }

    /** The id of a subject of the story. */
    String subject(String key) {
        return named(kept().path("subjects"), "key", key, "id");
    }

    /** The API key of a subscription of the story. */
    String apiKey(String subscription) {
        return named(kept().path("keys"), "subscription", subscription, "key");
    }

    private JsonNode kept() {
        return JsonMapper.shared().readTree(folder.resolve("data").resolve("demo-accounts.json"));
    }

    private static String named(JsonNode list, String key, String value, String wanted) {
        return list.valueStream()
                .filter(one -> one.path(key).asString().equals(value))
                .map(one -> one.path(wanted).asString())
                .findFirst()
                .orElseThrow(() -> new AssertionError("the demo has no " + key + " " + value));
    }

    private static Process launch(Path folder, int port) throws IOException {
        Path jar = Path.of(Objects.requireNonNull(System.getProperty("project.root")))
                .resolve("city/target/gongshu-city-app.jar");
        if (!Files.exists(jar)) {
            throw new AssertionError("The browser stories start the city's jar: build it first with mvn verify.");
        }
        String java = ProcessHandle.current().info().command().orElse("java");
        List<String> command = new ArrayList<>(List.of(java, "-Xmx768m", "-XX:+UseSerialGC"));
        command.addAll(List.of("-Duser.timezone=Asia/Shanghai", "-Dstdout.encoding=UTF-8", "-Dfile.encoding=UTF-8"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of("-jar", jar.toString(), "demo", "--port", Integer.toString(port)));
        command.addAll(List.of("--data", folder.resolve("data").toString(), "--scale", Integer.toString(PEOPLE)));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private void awaitStory() {
        try {
            told.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            close();
            throw new AssertionError("The demo did not get ready: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while the demo started", e);
        }
    }

    /** Reads what it prints to the end, so that it never waits for a reader. */
    private void listen() {
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
                if (line.startsWith(READY)) {
                    told.complete(List.copyOf(lines));
                }
            }
        } catch (IOException closed) {
            lines.add(String.valueOf(closed.getMessage()));
        }
        told.completeExceptionally(new AssertionError(String.join("\n", lines)));
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(killedWithUs);
        stop();
    }

    /** Asks it to stop in order, database included, and removes its folder. */
    private void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            remove(folder);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** A port whose next one, the product door's, is free too. */
    private static int freePort() throws IOException {
        for (int attempt = 0; attempt < PORTS_TRIED; attempt++) {
            try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                if (isFree(first.getLocalPort() + 1)) {
                    return first.getLocalPort();
                }
            }
        }
        throw new AssertionError("No two ports in a row are free on the loopback address.");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException | IllegalArgumentException taken) {
            return false;
        }
    }
}
