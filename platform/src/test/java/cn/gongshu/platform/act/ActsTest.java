package cn.gongshu.platform.act;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.kernel.RefusedException;
import cn.gongshu.platform.PlatformDatabase;
import cn.gongshu.platform.act.Act.WrittenRow;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ActsTest {

    private final PlatformDatabase database = PlatformDatabase.fresh();
    private final Acts acts =
            new Acts(database.client(), Clock.systemUTC(), () -> LocalDate.of(2026, 11, 24), new SecureRandom());

    private record Somebody(String id, PartyId organisation) implements Actor {}

    @Test
    void an_act_that_no_entry_could_hold_is_refused_and_its_transaction_rolled_back() {
        String longest = "x".repeat(Acts.BODY_LIMIT - "{\"payload\":{\"reason\":\"\"},\"rows\":{}}".length());
        database.transaction().executeWithoutResult(status -> acts.record(act(Map.of("reason", longest), List.of())));
        assertThat(count("act_outbox")).isEqualTo(1);
        assertThatThrownBy(() -> database.transaction().executeWithoutResult(status -> {
                    organisation("o1");
                    acts.record(act(Map.of("reason", longest + "x"), rows("o1")));
                }))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(ErrorCode.BODY_TOO_LARGE));
        assertThat(count("act_outbox")).isEqualTo(1);
        assertThat(count("organisation")).isZero();
    }

    @Test
    void an_import_of_many_rows_is_recorded_in_parts_that_name_every_row_once() {
        String[] ids =
                IntStream.range(0, 2 * Acts.ROWS + 1).mapToObj(n -> "o" + n).toArray(String[]::new);
        String first = database.transaction().execute(status -> {
            for (String id : ids) {
                organisation(id);
            }
            return acts.recordInParts(act(Map.of("source", "annex"), rows(ids)));
        });
        assertThat(database.template()
                        .queryForList(
                                "SELECT body::jsonb -> 'payload' ->> 'part' FROM act_outbox ORDER BY seq",
                                String.class))
                .containsExactly("1", "2", "3");
        assertThat(database.template().queryForObject("SELECT id FROM act_outbox ORDER BY seq LIMIT 1", String.class))
                .isEqualTo(first);
        assertThat(database.template().queryForList("SELECT row_key FROM act_row", String.class))
                .containsExactlyInAnyOrder(ids);
        assertThat(count("(SELECT FROM act_row GROUP BY act) a")).isEqualTo(3);
    }

    @Test
    void an_import_of_few_rows_stays_one_act_without_parts() {
        database.transaction().executeWithoutResult(status -> {
            organisation("o1");
            acts.recordInParts(act(Map.of("source", "annex"), rows("o1")));
        });
        assertThat(database.template().queryForList("SELECT body FROM act_outbox", String.class))
                .singleElement()
                .asString()
                .startsWith("{\"payload\":{\"source\":\"annex\"},");
    }

    private void organisation(String id) {
        database.template()
                .update("INSERT INTO organisation (id, name, name_en, created_at) VALUES (?, '甲', 'A', now())", id);
    }

    private static List<WrittenRow> rows(String... ids) {
        return java.util.Arrays.stream(ids)
                .map(id -> new WrittenRow(StateTable.ORGANISATION, id))
                .toList();
    }

    private static Act act(Map<String, Object> payload, List<WrittenRow> rows) {
        return new Act(
                "entered", "organisation", "o1", new Somebody("officer", new PartyId("bureau")), "I08", payload, rows);
    }

    private long count(String table) {
        return database.client()
                .sql("SELECT count(*) FROM " + table)
                .query(Long.class)
                .single();
    }
}
