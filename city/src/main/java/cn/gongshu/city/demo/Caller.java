package cn.gongshu.city.demo;

import cn.gongshu.city.Sentence;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Speaks HTTP to the platform, as any client would. */
public class Caller {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final JsonMapper json = JsonMapper.shared();
    private final String baseUrl;

    public Caller(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** The same host's next port, where the product door listens. */
    Caller next() {
        int colon = baseUrl.lastIndexOf(':');
        return new Caller(baseUrl.substring(0, colon + 1) + (Integer.parseInt(baseUrl.substring(colon + 1)) + 1));
    }

    public String baseUrl() {
        return baseUrl;
    }

    public Answer get(String path, @Nullable String token) {
        return send(request(path, token).GET().build());
    }

    public Answer post(String path, @Nullable String token, Object body) {
        return post(path, token, body, Map.of());
    }

    Answer post(String path, @Nullable String token, Object body, Map<String, String> headers) {
        HttpRequest.Builder request = request(path, token).header("Content-Type", "application/json");
        headers.forEach(request::header);
        return send(request.POST(BodyPublishers.ofString(json.writeValueAsString(body)))
                .build());
    }

    Answer delete(String path, @Nullable String token) {
        return send(request(path, token).DELETE().build());
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(baseUrl + path)).timeout(PATIENCE);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), read(response.body()));
        } catch (IOException e) {
            throw new Sentence(1, "平台没有应答：" + request.uri() + "。", "The platform does not answer.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Sentence(1, "演示被中断。", "The demo was interrupted.");
        }
    }

    private JsonNode read(byte[] body) {
        return body.length == 0 ? json.missingNode() : json.readTree(body);
    }
}
