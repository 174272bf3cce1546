package cn.gongshu.bench.call;

import cn.gongshu.city.Sentence;
import cn.gongshu.city.demo.Answer;
import cn.gongshu.city.demo.Caller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The demo's accounts as {@code demo-accounts.json} tells scripts about them, and what they do at the platform's API. */
final class Parties {

    private final Caller caller;
    private final JsonNode told;
    private final Map<String, String> tokens = new HashMap<>();

    Parties(String baseUrl, Path data) {
        this.caller = new Caller(baseUrl);
        try {
            this.told = JsonMapper.shared().readTree(Files.readAllBytes(data.resolve("demo-accounts.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Subjects of this kind that the story lets consent by signing in, as a call names them. */
    List<Map<String, Object>> consenting(String kind) {
        return StreamSupport.stream(told.path("subjects").spliterator(), false)
                .filter(subject -> subject.path("kind").asString().equals(kind))
                .filter(subject -> subject.path("consent").asString().equals("OWN_SIGN_IN"))
                .<Map<String, Object>>map(
                        subject -> Map.of("kind", kind, "id", subject.path("id").asString()))
                .toList();
    }

    JsonNode get(String user, String path) {
        return done(caller.get(path, token(user)), path);
    }

    JsonNode post(String user, String path, Object body) {
        return done(caller.post(path, token(user), body), path);
    }

    private String token(String user) {
        return tokens.computeIfAbsent(
                user,
                _ -> done(caller.post("/api/v1/session", null, Map.of("user", user, "password", password(user))), user)
                        .path("token")
                        .asString());
    }

    private String password(String user) {
        return StreamSupport.stream(told.path("accounts").spliterator(), false)
                .filter(account -> account.path("user").asString().equals(user))
                .map(account -> account.path("password").asString())
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode done(Answer answer, String what) {
        if (!answer.ok()) {
            throw new Sentence(
                    2,
                    "平台拒绝 " + what + "：" + answer.inWords() + "。",
                    "The platform refused " + what + ": " + answer.inWords() + ".");
        }
        return answer.body();
    }
}
