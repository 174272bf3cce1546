package cn.gongshu.city.demo;

import cn.gongshu.regulation.Clause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import javax.sql.DataSource;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Suspension under load (R06A): nine callers at both doors, of all three products, each calling with a new key and again
 * with the same, while the operating agreement is stopped and resumed.
 */
@Timeout(300)
class StopTest {

    private static final PlayedCity city = PlayedCity.shared();
    private static final LocalDate PAPER = LocalDate.of(2026, 11, 20);
    private static final int CALLERS = 9;
    private static final int LATE_CALLS = 5;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** A call's start and end in nanoseconds, and its answer. */
    record Made(long from, long to, Answer answer) {}

    @Test
    @Clause("R06A")
    void a_second_after_the_suspension_nothing_succeeds_and_what_succeeded_is_counted_exactly() throws Exception {
        AtomicLong suspended = new AtomicLong(Long.MAX_VALUE);
        CountDownLatch calling = new CountDownLatch(CALLERS);
        long before = city.used("operating-2026");
        List<Made> made = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<List<Made>>> all = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                int caller = i;
                all.add(callers.submit(() -> calls(caller, calling, suspended)));
            }
            calling.await();
            change("suspension", Map.of("previewToken", previewToken(), "reason", "核查"));
            suspended.set(System.nanoTime());
            for (Future<List<Made>> one : all) {
                made.addAll(one.get());
            }
        } finally {
            change("resumption", Map.of("reason", "核查完毕"));
        }
        assertThat(made)
                .filteredOn(one -> one.answer.ok())
                .as("answered before")
                .hasSizeGreaterThanOrEqualTo(CALLERS);
        assertThat(made).filteredOn(one -> one.from > suspended.get() + SECOND).hasSize(CALLERS * LATE_CALLS);
        assertThat(made)
                .filteredOn(one -> one.to > suspended.get() + SECOND)
                .as("answers that left later than a second after, however early they were asked for")
                .noneMatch(one -> one.answer.ok());
        assertThat(made)
                .filteredOn(one -> !one.answer.ok())
                .allSatisfy(one -> assertThat(one.answer.inWords()).isEqualTo("403 LINK_SUSPENDED R06A"));
        long recorded = made.stream()
                .filter(one -> one.answer.body().has("receipt"))
                .map(one -> one.answer.body().path("receipt").path("index").asLong())
                .distinct()
                .count();
        assertThat(city.used("operating-2026") - before).as("counted").isEqualTo(recorded);
        for (int product = 0; product < 3; product++) {
            assertThat(call(product, product, UUID.randomUUID().toString()).ok())
                    .as("resumed")
                    .isTrue();
        }
    }

    @Test
    void a_repeated_call_under_way_when_the_chain_is_stopped_gets_its_receipt_and_no_data() throws Exception {
        String key = UUID.randomUUID().toString();
        Answer first = call(0, 0, key);
        assertThat(first.ok()).isTrue();
        Answer repeated = whileStopped("serving.pointer", () -> call(0, 0, key));
        assertThat(repeated.inWords()).isEqualTo("403 LINK_SUSPENDED R06A");
        assertThat(repeated.body().has("data")).isFalse();
        assertThat(repeated.body().path("receipt").path("index"))
                .isEqualTo(first.body().path("receipt").path("index"));
        assertThat(call(0, 0, key).ok()).as("resumed").isTrue();
    }

    @Test
    void an_aggregate_under_way_when_the_chain_is_stopped_is_stopped_with_it() throws Exception {
        Answer aggregate =
                whileStopped("opt_out", () -> call(2, 0, UUID.randomUUID().toString()));
        assertThat(aggregate.inWords()).isEqualTo("403 LINK_SUSPENDED R06A");
        assertThat(aggregate.body().has("receipt")).isFalse();
        assertThat(call(2, 0, UUID.randomUUID().toString()).ok()).as("resumed").isTrue();
    }

    @Test
    void who_suspends_what_a_colleague_has_suspended_is_told_who_did_and_when() {
        change("suspension", Map.of("previewToken", previewToken(), "reason", "核查"));
        try {
            Answer again = changed("suspension", Map.of("previewToken", previewToken(), "reason", "核查"));
            assertThat(again.inWords()).isEqualTo("409 WRONG_STATE R058");
            assertThat(again.body().path("fix").asString())
                    .matches(".+ 已于 \\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2} 使其处于此状态，无需再办");
        } finally {
            change("resumption", Map.of("reason", "核查完毕"));
        }
        assertThat(changed("resumption", Map.of("reason", "核查完毕"))
                        .body()
                        .path("fix")
                        .asString())
                .endsWith("使其处于此状态，无需再办");
    }

    /** A call that waits for a table while the operating agreement is suspended, and goes on only then. */
    private static Answer whileStopped(String table, Callable<Answer> call) throws Exception {
        try (Connection holding = city.server().bean(DataSource.class).getConnection();
                ExecutorService one = Executors.newSingleThreadExecutor()) {
            holding.setAutoCommit(false);
            try (Statement statement = holding.createStatement()) {
                statement.execute("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
            }
            Future<Answer> answer = one.submit(call);
            while (city.db()
                            .sql("SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = ?::regclass")
                            .param(table)
                            .query(Long.class)
                            .single()
                    == 0) {
                Thread.onSpinWait();
            }
            change("suspension", Map.of("previewToken", previewToken(), "reason", "核查"));
            holding.rollback();
            holding.setAutoCommit(true);
            return answer.get();
        } finally {
            change("resumption", Map.of("reason", "核查完毕"));
        }
    }

    /** Calls until some were made later than a second after the suspension; every second call repeats the one before. */
    private static List<Made> calls(int caller, CountDownLatch calling, AtomicLong suspended) {
        List<Made> made = new ArrayList<>();
        int late = 0;
        String key = "";
        while (late < LATE_CALLS) {
            long from = System.nanoTime();
            long stopped = suspended.get();
            late += stopped != Long.MAX_VALUE && from - stopped > SECOND ? 1 : 0;
            key = made.size() % 2 == 0 ? UUID.randomUUID().toString() : key;
            Answer answer = call(caller, made.size(), key);
            made.add(new Made(from, System.nanoTime(), answer));
            calling.countDown();
        }
        return made;
    }

    /** P37, P04 or P31, at one door or the other. */
    private static Answer call(int caller, int turn, String key) {
        Caller door = city.doors().get(turn % 2);
        World world = city.world();
        return switch (caller % 3) {
            case 0 ->
                Calls.at(
                        door,
                        world,
                        DeliveryChapter.AGENCY,
                        "P37",
                        Calls.body(world, "employment-support", "steady", Calls.window()),
                        key);
            case 1 ->
                Calls.at(
                        door,
                        world,
                        DeliveryChapter.BANK,
                        "P04",
                        Calls.body(world, "credit-assessment", "firm-growing", Map.of()),
                        key);
            default -> Calls.at(door, world, DeliveryChapter.HEALTH, "P31", Map.of("purpose", "public-health"), key);
        };
    }

    private static String previewToken() {
        return city.world()
                .caller()
                .get(
                        "/api/v1/mandates/operating-2026/suspension-preview",
                        city.world().token("bureau-zhou"))
                .body()
                .path("previewToken")
                .asString();
    }

    private static void change(String step, Map<String, Object> ground) {
        assertThat(changed(step, ground).inWords()).isEqualTo("201");
    }

    private static Answer changed(String step, Map<String, Object> ground) {
        Map<String, Object> body = new java.util.HashMap<>(ground);
        body.put("document", Papers.document("决定书", PAPER));
        return city.world()
                .caller()
                .post("/api/v1/mandates/operating-2026/" + step, city.world().token("bureau-zhou"), body);
    }
}
