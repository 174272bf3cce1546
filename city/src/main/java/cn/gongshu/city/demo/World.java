package cn.gongshu.city.demo;

import cn.gongshu.city.Sentence;
import cn.gongshu.platform.http.SecretFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the demo knows between its steps and between its starts: passwords, keys, steps already played. Kept in
 * {@code demo-accounts.json} in the data folder, which scripts read too.
 */
final class World {

    private static final int PASSWORD_BYTES = 12;

    private final Path folder;
    private final Path file;
    private final Caller caller;
    private final SecureRandom random;
    private final LuanSubjects subjects;
    private final Map<String, String> passwords = new HashMap<>();
    private final Map<String, String> tokens = new HashMap<>();
    private final Set<String> played = new TreeSet<>();
    private final Map<String, String> secrets = new TreeMap<>();
    private @Nullable ChildServer server;

    World(Path folder, Caller caller, SecureRandom random, int people) {
        this.subjects = new LuanSubjects(people);
        this.folder = folder;
        this.file = folder.resolve("demo-accounts.json");
        this.caller = caller;
        this.random = random;
        if (Files.exists(file)) {
            read();
        }
    }

    Caller caller() {
        return caller;
    }

    LuanSubjects subjects() {
        return subjects;
    }

    Path folder() {
        return folder;
    }

    /** The account's password; made up on first use, and on disk before anybody is told. */
    String password(String user) {
        String known = passwords.get(user);
        return known == null ? madeUp(user) : known;
    }

    private String madeUp(String user) {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        passwords.put(user, password);
        write();
        return password;
    }

    /** A session token of the account; signs in on first use. */
    String token(String user) {
        if (!signsIn(user)) {
            throw new Sentence(1, "演示账号 " + user + " 不能登录。", "Demo account " + user + " cannot sign in.");
        }
        return Objects.requireNonNull(tokens.get(user));
    }

    /** True when the account is there and its password opens it. */
    boolean signsIn(String user) {
        if (tokens.containsKey(user)) {
            return true;
        }
        Answer answer = caller.post("/api/v1/session", null, Map.of("user", user, "password", password(user)));
        if (answer.ok()) {
            tokens.put(user, answer.body().path("token").asString());
        }
        return answer.ok();
    }

    /** The legal date of the platform, which the demo may have pinned. */
    LocalDate legalDate() {
        JsonNode installation = caller.get("/api/v1/installation", null).body();
        return LocalDate.parse(installation.path("legalDate").asString());
    }

    /** The server as a process that can be killed; only {@code --check} has one. */
    ChildServer server() {
        return Objects.requireNonNull(server);
    }

    void server(ChildServer child) {
        server = child;
    }

    /** A secret of the demo by name, such as an API key; null when there is none yet. */
    @Nullable
    String secret(String name) {
        return secrets.get(name);
    }

    /** An API key the story holds. */
    String key(String subscription) {
        return Objects.requireNonNull(secret(subscription), () -> "no key of " + subscription);
    }

    void keep(String name, String secret) {
        secrets.put(name, secret);
        write();
    }

    /** Forgets the sessions, as after a restart that may have lost them. */
    void signedOut() {
        tokens.clear();
    }

    boolean hasPlayed(String step) {
        return played.contains(step);
    }

    /** Remembers a step as played, on disk, before the next begins. */
    void played(String step) {
        played.add(step);
        write();
    }

    private void read() {
        try {
            JsonNode state = JsonMapper.shared().readTree(Files.readAllBytes(file));
            state.path("accounts")
                    .forEach(account -> passwords.put(
                            account.path("user").asString(),
                            account.path("password").asString()));
            state.path("keys")
                    .forEach(key -> secrets.put(
                            key.path("subscription").asString(), key.path("key").asString()));
            state.path("played").forEach(step -> played.add(step.asString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() {
        List<Map<String, Object>> accounts = new ArrayList<>();
        for (Cast.Account account : Cast.everyone()) {
            if (passwords.containsKey(account.user())) {
                accounts.add(Map.of(
                        "role", account.role(),
                        "user", account.user(),
                        "password", passwords.get(account.user()),
                        "organisation", account.organisation(),
                        "display", account.display()));
            }
        }
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("baseUrl", caller.baseUrl());
        state.put("accounts", accounts);
        state.put("keys", secrets.entrySet().stream().map(LuanSubjects::key).toList());
        state.put("subjects", subjects.told());
        state.put("played", List.copyOf(played));
        try {
            SecretFile.put(
                    file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(state));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
