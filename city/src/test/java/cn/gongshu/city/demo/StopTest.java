package cn.gongshu.city.demo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

import static org.assertj.core.api.Assertions.assertThat;

/** Suspension under load (R06A): eight callers at both doors while the operating agreement is stopped and resumed. */
@Timeout(180)
class StopTest {

    private static final PlayedCity city = PlayedCity.shared();
    private static final LocalDate PAPER = LocalDate.of(2026, 11, 20);
    private static final int CALLERS = 8;
    private static final int LATE_CALLS = 5;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** A call's start in nanoseconds, and its answer. */
    record Made(long at, Answer answer) {}

    @Test
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
        assertThat(made)
                .filteredOn(one -> one.at > suspended.get() + SECOND)
                .hasSize(CALLERS * LATE_CALLS)
                .noneMatch(one -> one.answer.ok());
        assertThat(made)
                .filteredOn(one -> !one.answer.ok())
                .allSatisfy(one -> assertThat(one.answer.inWords()).isEqualTo("403 LINK_SUSPENDED R06A"));
        long recorded =
                made.stream().filter(one -> one.answer.body().has("receipt")).count();
        assertThat(city.used("operating-2026") - before).as("counted").isEqualTo(recorded);
        assertThat(call(0, 0).ok()).as("resumed").isTrue();
        assertThat(call(1, 1).ok()).as("resumed").isTrue();
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

    /** Calls until some were made later than a second after the suspension. */
    private static List<Made> calls(int caller, CountDownLatch calling, AtomicLong suspended) {
        List<Made> made = new ArrayList<>();
        int late = 0;
        while (late < LATE_CALLS) {
            long at = System.nanoTime();
            long stopped = suspended.get();
            late += stopped != Long.MAX_VALUE && at - stopped > SECOND ? 1 : 0;
            made.add(new Made(at, call(caller, made.size())));
            calling.countDown();
        }
        return made;
    }

    /** P37 or P04, at one door or the other. */
    private static Answer call(int caller, int turn) {
        Caller door = city.doors().get(turn % 2);
        String key = UUID.randomUUID().toString();
        World world = city.world();
        return caller % 2 == 0
                ? Calls.at(
                        door,
                        world,
                        DeliveryChapter.AGENCY,
                        "P37",
                        Calls.body(world, "employment-support", "steady", Calls.window()),
                        key)
                : Calls.at(
                        door,
                        world,
                        DeliveryChapter.BANK,
                        "P04",
                        Calls.body(world, "credit-assessment", "firm-growing", Map.of()),
                        key);
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
