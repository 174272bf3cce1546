package cn.gongshu.lake;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.postgres.TestPostgres;
import cn.gongshu.postgres.TestPostgres.TestDatabase;
import cn.gongshu.query.spi.Column;
import cn.gongshu.query.spi.ColumnType.ListOf;
import cn.gongshu.query.spi.ColumnType.Scalar;
import cn.gongshu.query.spi.LakeTable;
import cn.gongshu.query.spi.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import static cn.gongshu.lake.LakeFixture.COLUMNS;
import static cn.gongshu.lake.LakeFixture.ITEM;
import static cn.gongshu.lake.LakeFixture.NOW;
import static cn.gongshu.lake.LakeFixture.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LakeTest {

    @TempDir
    Path folder;

    private final TestDatabase database = TestPostgres.shared().freshDatabase();
    private LakeFixture fixture;

    @BeforeEach
    void open() {
        fixture = new LakeFixture(folder.resolve("warehouse"), database);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void an_item_without_a_table_is_not_bound() {
        assertThat(fixture.lake.describe(ITEM)).isEmpty();
        assertThat(fixture.lake.snapshots(ITEM)).isEmpty();
        assertRefused(fixture.lake.bind(ITEM), ErrorCode.ITEM_NOT_BOUND);
        assertRefused(fixture.lake.load(ITEM, Load.append("a"), rows(0, 1)), ErrorCode.ITEM_NOT_BOUND);
    }

    @Test
    void a_table_never_loaded_has_columns_and_no_rows() {
        fixture.withTable();
        assertThat(fixture.lake.describe(ITEM)).contains(new Storage("lake.c07_01", null));
        LakeTable table = fixture.lake.bind(ITEM).orThrow();
        assertThat(table.columns()).isEqualTo(COLUMNS);
        assertThat(table.name()).isEqualTo("C07_01");
        assertThat(fixture.count()).isZero();
        assertThat(fixture.lake.items()).containsExactly(ITEM);
    }

    @Test
    void a_load_is_one_snapshot_and_the_item_knows_its_rows_bytes_and_time() throws IOException {
        fixture.withTable();
        Loaded loaded =
                fixture.lake.load(ITEM, Load.append("first"), rows(0, 250)).orThrow();
        LakeTable table = fixture.lake.bind(ITEM).orThrow();
        long bytes = 0;
        for (Path file : table.files()) {
            bytes += Files.size(file);
        }
        LakeSnapshot expected = new LakeSnapshot(loaded.snapshot().id(), "first", NOW, 250, bytes);
        assertThat(loaded).isEqualTo(new Loaded(expected, false));
        assertThat(fixture.lake.describe(ITEM)).contains(new Storage("lake.c07_01", expected));
        assertThat(fixture.lake.snapshots(ITEM)).containsExactly(expected);
        assertThat(table.files()).hasSize(3);
        assertThat(table.rows()).isEqualTo(250);
        assertThat(table.snapshotId()).isEqualTo(expected.id());
        assertThat(fixture.count()).isEqualTo(250);
    }

    @Test
    void an_appended_load_adds_and_a_replacing_one_leaves_only_its_own_rows() {
        fixture.withTable();
        fixture.lake.load(ITEM, Load.append("first"), rows(0, 10)).orThrow();
        fixture.lake.load(ITEM, Load.append("second"), rows(10, 15)).orThrow();
        assertThat(fixture.count()).isEqualTo(15);
        fixture.lake.load(ITEM, Load.replace("third"), rows(100, 103)).orThrow();
        assertThat(fixture.count()).isEqualTo(3);
        assertThat(fixture.lake.bind(ITEM).orThrow().hasDeletes()).isFalse();
    }

    @Test
    void the_same_load_twice_counts_once() {
        fixture.withTable();
        Loaded first =
                fixture.lake.load(ITEM, Load.append("first"), rows(0, 10)).orThrow();
        fixture.lake.load(ITEM, Load.append("second"), rows(10, 20)).orThrow();
        Loaded again =
                fixture.lake.load(ITEM, Load.append("first"), rows(0, 10)).orThrow();
        assertThat(again).isEqualTo(new Loaded(first.snapshot(), true));
        assertThat(fixture.lake.snapshots(ITEM)).hasSize(2);
        assertThat(fixture.count()).isEqualTo(20);
    }

    @Test
    void a_load_without_rows_is_a_load_too() {
        fixture.withTable();
        fixture.lake
                .load(ITEM, Load.append("none"), Collections.emptyIterator())
                .orThrow();
        assertThat(fixture.lake.snapshots(ITEM))
                .extracting(LakeSnapshot::loadId)
                .containsExactly("none");
        fixture.lake.load(ITEM, Load.append("some"), rows(0, 5)).orThrow();
        fixture.lake
                .load(ITEM, Load.replace("emptied"), Collections.emptyIterator())
                .orThrow();
        assertThat(fixture.count()).isZero();
        assertThat(fixture.lake.snapshots(ITEM)).hasSize(3);
    }

    @Test
    void an_earlier_snapshot_can_still_be_read_and_an_unknown_one_is_refused() {
        fixture.withTable();
        long first = fixture.lake
                .load(ITEM, Load.append("first"), rows(0, 10))
                .orThrow()
                .snapshot()
                .id();
        fixture.lake.load(ITEM, Load.replace("second"), rows(0, 4)).orThrow();
        assertThat(fixture.count(fixture.lake.bind(ITEM, first).orThrow())).isEqualTo(10);
        assertThat(fixture.count()).isEqualTo(4);
        assertRefused(fixture.lake.bind(ITEM, 12345), ErrorCode.NOT_FOUND);
    }

    @Test
    void a_load_with_one_bad_row_changes_nothing_and_leaves_no_file() throws IOException {
        fixture.withTable();
        fixture.lake.load(ITEM, Load.append("first"), rows(0, 10)).orThrow();
        long files = files();
        Row bad = Row.of(null, null, null);
        Outcome<Loaded> outcome = fixture.lake.load(
                ITEM,
                Load.append("second"),
                Stream.concat(Stream.generate(() -> rows(0, 1).next()).limit(150), Stream.of(bad))
                        .iterator());
        assertRefused(outcome, ErrorCode.ROW_INVALID);
        assertThat(fixture.count()).isEqualTo(10);
        assertThat(files()).isEqualTo(files);
        assertThat(fixture.lake
                        .load(ITEM, Load.append("second"), rows(10, 20))
                        .orThrow()
                        .repeated())
                .isFalse();
    }

    @Test
    void the_warehouse_may_be_moved_and_nothing_in_it_names_where_it_lay() throws IOException {
        fixture.withTable();
        fixture.lake.load(ITEM, Load.append("first"), rows(0, 10)).orThrow();
        fixture.close();
        Path moved = folder.resolve("moved 到/another place");
        Files.createDirectories(moved.getParent());
        Files.move(folder.resolve("warehouse"), moved);
        fixture = new LakeFixture(moved, database);
        assertThat(fixture.count()).isEqualTo(10);
        fixture.lake.load(ITEM, Load.append("second"), rows(10, 20)).orThrow();
        assertThat(fixture.count()).isEqualTo(20);
        try (Stream<Path> files = Files.walk(moved)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(folder.toString());
            }
        }
    }

    @Test
    void a_table_is_made_once_and_not_with_other_columns() {
        fixture.withTable().withTable();
        ItemTable other = new ItemTable(ITEM, List.of(Column.required(1, "resident_id", Scalar.TEXT)));
        assertThatThrownBy(() -> fixture.lake.createTable(other)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void two_items_whose_ids_give_one_table_name_do_not_share_it() {
        fixture.withTable();
        ItemTable sameName = new ItemTable(new ItemId("C07_01"), COLUMNS);
        assertThatThrownBy(() -> fixture.lake.createTable(sameName)).isInstanceOf(IllegalArgumentException.class);
        assertThat(fixture.lake.describe(sameName.item())).isEmpty();
    }

    @Test
    void columns_that_make_no_table_are_refused() {
        Column one = Column.required(1, "a", Scalar.TEXT);
        for (List<Column> columns : List.of(
                List.<Column>of(),
                List.of(Column.required(2, "a", Scalar.TEXT)),
                List.of(one, Column.required(2, "a", Scalar.TEXT)),
                List.of(Column.required(1, "a", new ListOf(Scalar.TEXT))))) {
            assertThatThrownBy(() -> new ItemTable(ITEM, columns)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void the_password_is_not_shown() {
        assertThat(LakeFixture.config(folder, database).toString()).doesNotContain(database.password());
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("warehouse/lake/c07_01/data"))) {
            return all.count();
        }
    }

    private static void assertRefused(Outcome<?> outcome, ErrorCode code) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
        assertThat(Optional.of(outcome)).isPresent();
    }
}
