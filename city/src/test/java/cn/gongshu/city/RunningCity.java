package cn.gongshu.city;

import cn.gongshu.city.ServerSettings.DatabaseAddress;
import cn.gongshu.postgres.TestPostgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Map;

/** A real platform on a fresh database, for tests. */
record RunningCity(CityServer server, HttpClient http) implements AutoCloseable {

    static RunningCity start() {
        try {
            TestPostgres.TestDatabase database = TestPostgres.shared().freshDatabase();
            ServerSettings settings = new ServerSettings(
                    Mode.OFFICE,
                    0,
                    Files.createTempDirectory("gongshu-city"),
                    new DatabaseAddress(database.jdbcUrl(), database.user(), database.password()));
            return new RunningCity(CityServer.start(settings), HttpClient.newHttpClient());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    HttpResponse<String> get(String path, String token) {
        return send(
                request(path).header("Authorization", "Bearer " + token).GET().build());
    }

    HttpResponse<String> delete(String path, String token) {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .DELETE()
                .build());
    }

    HttpResponse<String> post(String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        return send(request.build());
    }

    HttpResponse<String> postJson(String path, String body) {
        return post(path, body, Map.of("Content-Type", "application/json"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
