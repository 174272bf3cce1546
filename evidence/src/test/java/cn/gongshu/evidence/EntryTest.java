package cn.gongshu.evidence;

import cn.gongshu.kernel.CanonicalJson;
import cn.gongshu.kernel.Json;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EntryTest {

    private static final Instant TIME = Instant.parse("2026-11-24T01:02:03.004Z");

    private final SampleEntries samples = TestLogs.samples(11);

    @Test
    void the_bytes_of_an_entry_are_canonical_json_and_read_back_to_it() {
        for (int i = 0; i < TestLogs.cases(1); i++) {
            Entry entry = samples.draft().at(TIME);
            byte[] bytes = bytes(entry.canonical());
            assertThat(CanonicalJson.bytes(Json.parse(bytes, Json.Limits.USUAL)))
                    .isEqualTo(bytes);
            assertThat(Entry.parse(bytes)).isEqualTo(entry);
        }
    }

    @Test
    void a_use_is_written_member_by_member_as_documented() {
        UseEntry use = new UseEntry(
                new Entry.Head("E1", TIME, LocalDate.of(2026, 11, 24), "KEEP-3Y"),
                new Asked("agency", "P37", "S1", "employment-support"),
                new Marks(null, null, null),
                new Grounds(List.of("M1"), List.of(), List.of("C07-01"), List.of("C07-01@7")),
                new Given(1, 20L, null, List.of(), new Given.Withheld(2, 3)));
        assertThat(use.canonical())
                .isEqualTo("{\"chain\":[\"M1\"],\"charge\":20,\"contractHashes\":[],\"hiddenGroups\":2,\"id\":\"E1\","
                        + "\"items\":[\"C07-01\"],\"kind\":\"use\",\"legalDate\":\"2026-11-24\","
                        + "\"machineTime\":\"2026-11-24T01:02:03.004Z\",\"obligations\":[],\"optOuts\":3,"
                        + "\"party\":\"agency\",\"product\":\"P37\",\"purpose\":\"employment-support\",\"quantity\":1,"
                        + "\"retention\":\"KEEP-3Y\",\"snapshots\":[\"C07-01@7\"],\"subscription\":\"S1\",\"v\":1}");
    }

    @Test
    void bytes_that_are_not_exactly_an_entry_are_refused() {
        String good = samples.act("A1", TIME).canonical();
        for (String bad : List.of(
                "",
                "{}",
                "[]",
                good + " ",
                " " + good,
                good.replace("\"v\":1", "\"v\":2"),
                good.replace("\"kind\":\"act\"", "\"kind\":\"deed\""),
                good.replace("\"id\":\"A1\"", "\"id\":\"\""),
                good.replace("{\"act\"", "{\"a\":1,\"act\""),
                good.replace("\"id\":\"A1\",", ""),
                good.replace("2026-11-24T", "2026-11-24 "),
                good.replace("03.004Z", "03.0040Z"),
                good.replace("03.004Z", "03.0041Z"),
                good.replace("2026-11-24\"", "2026-11-31\""),
                good.replace("\"officer\":\"", "\"officer\":1,\"o\":\""))) {
            assertThatThrownBy(() -> Entry.parse(bytes(bad))).as(bad).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void what_an_entry_may_not_hold_is_refused_when_it_is_made() {
        for (String payload : List.of("[]", "{\"b\":1,\"a\":2}", "{ }", "", "{\"a\":1.5}", "{\"a\":[[[[".repeat(9))) {
            assertThatThrownBy(() -> new ActEntry.Content("1", 1, "00".repeat(32), payload))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (String hex : List.of("", "00".repeat(31), "0".repeat(63) + "G", "0".repeat(63) + "A")) {
            assertThatThrownBy(() -> new SubjectTag(hex)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new UseEntry(
                        new Entry.Head("E", TIME, LocalDate.EPOCH, "K"),
                        new Asked("agency", "P37", null, null),
                        new Marks(null, null, null),
                        Grounds.NONE,
                        new Given(1, null, null, List.of(), null)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Given(-1, null, null, List.of(), null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Entry.Head("E", TIME.plusNanos(1), LocalDate.EPOCH, "K"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_number_without_a_canonical_form_is_refused_when_it_is_written() {
        UseEntry use = (UseEntry) samples.use("U", 1).at(TIME);
        Given beyond = new Given(1L << 53, null, null, List.of(), null);
        assertThatThrownBy(() -> new UseEntry(use.head(), use.asked(), use.marks(), use.grounds(), beyond).canonical())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_receipt_reads_back_from_its_json() {
        for (int i = 0; i < TestLogs.cases(10); i++) {
            Salt salt = i % 3 == 0 ? null : new Salt(i, -i);
            Receipt receipt = new Receipt(
                    "E" + i,
                    "log",
                    i,
                    new Blind(-i, i),
                    salt,
                    samples.draft().at(TIME).canonical(),
                    List.of(),
                    "note\n");
            assertThat(Receipt.parse(bytes(receipt.json()))).isEqualTo(receipt);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
