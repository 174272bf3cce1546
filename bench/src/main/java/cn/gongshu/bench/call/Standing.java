package cn.gongshu.bench.call;

import cn.gongshu.bench.Poll;
import cn.gongshu.evidence.LogPlace;
import cn.gongshu.evidence.verify.LogSource;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

/** How the platform stands, by its own telling: entries in the log, uses counted, uses recorded. */
final class Standing {

    private static final Duration SETTLING = Duration.ofSeconds(30);

    private final Parties parties;
    private final LogSource log;

    Standing(Parties parties, String baseUrl) {
        this.parties = parties;
        this.log = LogSource.of(baseUrl + "/log/city");
    }

    /** Entries in the log, by its newest checkpoint. */
    long entries() {
        try {
            byte[] note = Objects.requireNonNull(log.read(LogPlace.CHECKPOINT));
            return Long.parseLong(new String(note, StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .findFirst()
                    .orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Entries once no act waits to be sealed any more: the same number twice in a row. */
    long quietEntries() {
        long[] last = {-1};
        Poll.until(() -> last[0] == (last[0] = entries()), SETTLING);
        return last[0];
    }

    /** Uses counted on the bench's subscription, which follow the log. */
    long counted() {
        for (JsonNode mandate : parties.get("bureau-zhou", "/api/v1/mandates")) {
            if (mandate.path("id").asString().equals(BenchSubscription.ID)) {
                return mandate.path("used").asLong();
            }
        }
        return -1;
    }

    /** Uses of the bench's subscription, as rows behind the count. */
    long recorded() {
        return parties.get("bureau-zhou", "/api/v1/entries?kind=use&subscription=" + BenchSubscription.ID)
                .path("total")
                .asLong();
    }

    /** Waits until what was answered is counted; what never comes shows at the end. */
    void settle(long answers) {
        Poll.until(() -> counted() >= answers, SETTLING);
    }
}
