package cn.gongshu.platform.evidence;

import cn.gongshu.evidence.ActEntry;
import cn.gongshu.evidence.EvidenceLog;
import cn.gongshu.kernel.Fault;
import cn.gongshu.platform.PlatformDatabase;
import cn.gongshu.regulation.Parameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SequencerTest {

    private static final Parameters RETENTION = Parameters.parse("""
            code\tkind\tvalue\teffectiveFrom\tsource\towner\tconfidence
            retention.act_days\tDAYS\t10958\t2026-01-01\ttest\tbureau\tINFERRED
            """);

    private final PlatformDatabase database = PlatformDatabase.fresh();
    private EvidenceLog log;
    private Projections projections;
    private Sequencer sequencer;

    @BeforeEach
    void open(@TempDir Path folder) {
        log = PlatformDatabase.log(folder);
        projections = new Projections(database.template(), database.transaction(), log);
        sequencer = new Sequencer(database.template(), log, projections, RETENTION);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void an_act_is_sealed_once_with_all_that_its_outbox_row_says() {
        waits("a1", "{\"payload\":{},\"rows\":{}}");
        assertThat(sequencer.sealWaiting()).isTrue();
        assertThat(sequencer.sealWaiting()).isFalse();
        assertThat(log.size()).isEqualTo(1);
        assertThat(log.entry(0).orElseThrow().entry()).isInstanceOfSatisfying(ActEntry.class, act -> {
            assertThat(act.act())
                    .isEqualTo(new ActEntry.Deed("entered", "I08", Instant.parse("2026-11-24T01:02:03.123456Z")));
            assertThat(act.actor()).isEqualTo(new ActEntry.Actor("bureau", "zhou"));
            assertThat(act.object()).isEqualTo(new ActEntry.ActObject("organisation", "o1"));
            assertThat(act.content().outboxId()).isEqualTo("a1");
            assertThat(act.content().seq()).isEqualTo(1);
        });
    }

    @Test
    void an_act_the_log_does_not_take_is_a_fault_each_time_and_holds_up_no_other() {
        waits("a1", "{\"payload\":{\"reason\":\"" + "x".repeat(300 << 10) + "\"},\"rows\":{}}");
        waits("a2", "{\"payload\":{},\"rows\":{}}");
        for (int turn = 0; turn < 3; turn++) {
            assertThatThrownBy(sequencer::sealWaiting).isInstanceOf(Fault.class).hasMessageContaining("BODY_TOO_LARGE");
        }
        assertThat(database.template().queryForList("SELECT outbox_id FROM act_seal", String.class))
                .containsExactly("a2");
        assertThat(log.size()).isEqualTo(1);
    }

    @Test
    void an_act_that_stays_without_a_seal_is_a_finding_and_one_that_just_came_is_none() {
        waits("a1", "{\"payload\":{},\"rows\":{}}");
        Instant done = Instant.parse("2026-11-24T01:02:03.123456Z");
        assertThat(reconciled(done.plus(SealedActs.WAITING))).isEmpty();
        assertThat(reconciled(done.plus(SealedActs.WAITING).plusSeconds(1)))
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.table() + finding.row()).isEqualTo("act_outboxa1"));
        assertThat(reconciled(done.minus(Duration.ofMinutes(2)))).hasSize(1);
        sequencer.sealWaiting();
        assertThat(reconciled(done.plus(Duration.ofDays(1)))).isEmpty();
    }

    private List<Finding> reconciled(Instant now) {
        Clock then = Clock.fixed(now, java.time.ZoneOffset.UTC);
        return new Reconciliation(database.template(), database.transactions(), projections, List.of(), then).run();
    }

    private void waits(String id, String body) {
        database.template().update("""
                INSERT INTO act_outbox (id, type, object_kind, object_id, organisation, officer, clause, legal_date,
                                        machine_time, body)
                VALUES (?, 'entered', 'organisation', 'o1', 'bureau', 'zhou', 'I08', DATE '2026-11-24',
                        TIMESTAMPTZ '2026-11-24 01:02:03.123456Z', ?)
                """, id, body);
    }
}
