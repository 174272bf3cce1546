package cn.gongshu.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One city and one browser for all stories of the module; both end with the test run. */
final class Stage implements AutoCloseable {

    /** Long, as a busy build machine may be slow; what is there is not waited for. */
    static final double PATIENCE_MS = 60_000;

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final DemoCity city;
    private final Playwright playwright;
    private final Browser browser;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> sessions = new HashMap<>();

    private Stage(DemoCity city, Playwright playwright, Browser browser) {
        this.city = city;
        this.playwright = playwright;
        this.browser = browser;
    }

    static Stage set() {
        Machine.demand();
        DemoCity city = DemoCity.start();
        try {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Machine.CHROMIUM)
                            .setArgs(FLAGS));
            return new Stage(city, playwright, browser);
        } catch (RuntimeException e) {
            city.close();
            throw e;
        }
    }

    DemoCity city() {
        return city;
    }

    Browser browser() {
        return browser;
    }

    /** The session of an account as the page keeps it; signed in once for all stories. */
    String session(String user) {
        return sessions.computeIfAbsent(user, this::signIn);
    }

    private String signIn(String user) {
        String body = JsonMapper.shared().writeValueAsString(Map.of("user", user, "password", city.password(user)));
        return answer(request("/api/v1/session")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** What the API tells an account: the truth that pages are compared with. */
    JsonNode told(String user, String path) {
        return read(answer(as(user, path).GET()));
    }

    /** Has an account do something through the API, to put things right after a story. */
    void act(String user, String path, Map<String, Object> body) {
        answer(as(user, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body))));
    }

    private HttpRequest.Builder as(String user, String path) {
        return request(path)
                .header(
                        "Authorization",
                        "Bearer " + read(session(user)).path("token").asString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(city.baseUrl() + path));
    }

    private static JsonNode read(String body) {
        return JsonMapper.shared().readTree(body);
    }

    private String answer(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new AssertionError(answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    @Override
    public void close() {
        try (city) {
            browser.close();
            playwright.close();
            http.close();
        }
    }
}
