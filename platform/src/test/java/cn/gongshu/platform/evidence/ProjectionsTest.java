package cn.gongshu.platform.evidence;

import cn.gongshu.evidence.Asked;
import cn.gongshu.evidence.Entry.Head;
import cn.gongshu.evidence.EvidenceLog;
import cn.gongshu.evidence.Given;
import cn.gongshu.evidence.Grounds;
import cn.gongshu.evidence.Guard;
import cn.gongshu.evidence.IdempotencyMark;
import cn.gongshu.evidence.Marks;
import cn.gongshu.evidence.UseEntry;
import cn.gongshu.platform.PlatformDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class ProjectionsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final IdempotencyMark MARK = new IdempotencyMark("ab".repeat(32));

    private final PlatformDatabase database = PlatformDatabase.fresh();
    private EvidenceLog log;
    private Projections projections;

    @BeforeEach
    void open(@TempDir Path folder) {
        log = PlatformDatabase.log(folder);
        projections = new Projections(database.template(), database.transaction(), log);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void a_key_used_again_eight_days_on_is_bound_to_its_last_use() {
        use("u-1", DAY, "01");
        projections.catchUp();
        use("u-2", DAY.plusDays(8), "02");
        projections.catchUp();
        assertBoundToTheSecond();
        assertThat(reconciled()).isEmpty();
    }

    @Test
    void both_uses_of_a_key_in_one_batch_leave_the_last() {
        use("u-1", DAY, "01");
        use("u-2", DAY.plusDays(8), "02");
        projections.catchUp();
        assertBoundToTheSecond();
        assertThat(reconciled()).isEmpty();
    }

    private void assertBoundToTheSecond() {
        assertThat(database.template()
                        .queryForList("SELECT entry_index, body_hash, legal_date FROM idempotency_binding"))
                .containsExactly(Map.of(
                        "entry_index",
                        1L,
                        "body_hash",
                        "02".repeat(32),
                        "legal_date",
                        java.sql.Date.valueOf(DAY.plusDays(8))));
        assertThat(projections.cursor()).isEqualTo(2);
    }

    private List<Finding> reconciled() {
        return new Reconciliation(
                        database.template(), database.transactions(), projections, List.of(), Clock.systemUTC())
                .run();
    }

    private void use(String id, LocalDate date, String body) {
        log.append(
                        time -> new UseEntry(
                                new Head(id, time, date, "USE"),
                                new Asked("agency", "P37", "sub", "purpose"),
                                new Marks(null, MARK, body.repeat(32)),
                                new Grounds(List.of("sub"), List.of(), List.of(), List.of()),
                                new Given(1, null, null, List.of(), null)),
                        Guard.NONE)
                .join()
                .orThrow();
    }
}
