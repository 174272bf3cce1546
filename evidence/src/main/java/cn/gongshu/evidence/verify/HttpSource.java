package cn.gongshu.evidence.verify;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A log behind an HTTP address that ends in a slash. */
final class HttpSource implements LogSource {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final URI base;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();

    HttpSource(URI base) {
        this.base = base;
    }

    @Override
    public byte @Nullable [] read(String path) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(LIMIT).build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return content(path, response.statusCode(), body);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while reading " + path);
        }
    }

    private static byte @Nullable [] content(String path, int status, InputStream body) throws IOException {
        if (status == 404 || status == 410) {
            return null;
        }
        if (status != 200) {
            throw new IOException(path + " answered with status " + status);
        }
        byte[] bytes = body.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new IOException(path + " is longer than " + MAX_BYTES + " bytes");
        }
        return bytes;
    }
}
