package cn.gongshu.city;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code verify --reconcile}: asks a running platform to compare its state with its log, and prints what differs. */
final class ReconcileCommand {

    /** The log is replayed as a whole. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final JsonMapper json = JsonMapper.shared();
    private final String baseUrl;

    private ReconcileCommand(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** 0 nothing found, 1 findings, 2 cannot ask. */
    static int run(List<String> words, PrintStream out) {
        Options options = Options.read(words, Set.of("--url", "--user", "--password-file"), Set.of("--reconcile"));
        String url = options.value("--url").orElse("http://127.0.0.1:8080");
        try {
            JsonNode findings = new ReconcileCommand(url).findings(required(options, "--user"), password(options));
            findings.forEach(finding -> out.println(line(finding)));
            out.println(findings.size() + " 处不一致 findings");
            return findings.isEmpty() ? 0 : 1;
        } catch (IOException | IllegalArgumentException | JacksonException notAnswered) {
            throw new Sentence(2, "平台没有应答：" + url + "。", "The platform does not answer: " + url + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Sentence(2, "核对被中断。", "The reconciliation was interrupted.");
        }
    }

    private JsonNode findings(String user, String password) throws IOException, InterruptedException {
        JsonNode session = post("/api/v1/session", null, Map.of("user", user, "password", password));
        String token = session.path("token").asString();
        try {
            return post("/api/v1/reconciliations", token, Map.of());
        } finally {
            http.send(request("/api/v1/session", token).DELETE().build(), HttpResponse.BodyHandlers.discarding());
        }
    }

    private JsonNode post(String path, @Nullable String token, Map<String, String> body)
            throws IOException, InterruptedException {
        HttpRequest request = request(path, token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body)))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        JsonNode answer = json.readTree(response.body());
        if (response.statusCode() / 100 != 2) {
            String why = answer.path("detail").asString("") + " "
                    + answer.path("code").asString("");
            throw new Sentence(
                    2, "平台拒绝核对：" + response.statusCode() + " " + why + "。", "The platform refused to reconcile.");
        }
        return answer;
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(baseUrl + path)).timeout(PATIENCE);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static String line(JsonNode finding) {
        return finding.path("table").asString() + "｜" + finding.path("row").asString() + "｜"
                + finding.path("zh").asString() + "｜" + finding.path("en").asString();
    }

    private static String required(Options options, String name) {
        return options.value(name)
                .orElseThrow(() ->
                        new Sentence(2, "verify --reconcile 需要选项 " + name + "。", "Option " + name + " is needed."));
    }

    private static String password(Options options) {
        Path file = Path.of(required(options, "--password-file"));
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Sentence(2, "读不到密码文件 " + file + "。", "Cannot read the password file " + file + ".");
        }
    }
}
