package cn.gongshu.e2e;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What goes wrong behind a page: errors in its console, requests that fail or are refused. Quiet unless announced. */
final class Noise {

    /** A failed request says this in the console too; it is judged as a request. */
    private static final String ECHO = "Failed to load resource";
    /** A request given up because the page was left. */
    private static final String LEFT = "net::ERR_ABORTED";

    private final List<String> heard = new ArrayList<>();
    private final List<String> announced = new ArrayList<>();

    static Noise of(Page page) {
        Noise noise = new Noise();
        page.onConsoleMessage(noise::console);
        page.onPageError(error -> noise.heard.add("page error: " + error));
        page.onResponse(noise::response);
        page.onRequestFailed(noise::failed);
        return noise;
    }

    /** Announces that the story brings about such an answer, as often as it may be asked for. */
    void announce(int status, String method, String path) {
        announced.add(status + " " + method + " " + path);
    }

    /** Announces that the story cuts the way to this path. */
    void announceCut(String method, String path) {
        announced.add("cut " + method + " " + path);
    }

    void demandQuiet() {
        List<String> unannounced =
                heard.stream().filter(one -> !announced.contains(one)).toList();
        List<String> absent =
                announced.stream().filter(one -> !heard.contains(one)).toList();
        if (!unannounced.isEmpty() || !absent.isEmpty()) {
            throw new AssertionError(
                    "Behind the page, not announced: " + unannounced + "; announced, but absent: " + absent);
        }
    }

    private void console(ConsoleMessage message) {
        if (message.type().equals("error") && !message.text().startsWith(ECHO)) {
            heard.add("console: " + message.text());
        }
    }

    private void response(Response response) {
        if (response.status() >= 400) {
            heard.add(response.status() + " " + asked(response.request()));
        }
    }

    private void failed(Request request) {
        if (!LEFT.equals(request.failure())) {
            heard.add("cut " + asked(request));
        }
    }

    private static String asked(Request request) {
        return request.method() + " " + URI.create(request.url()).getPath();
    }
}
