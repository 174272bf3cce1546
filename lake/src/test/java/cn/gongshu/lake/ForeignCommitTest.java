package cn.gongshu.lake;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import cn.gongshu.postgres.TestPostgres;
import cn.gongshu.postgres.TestPostgres.TestDatabase;
import cn.gongshu.query.spi.Column;
import cn.gongshu.query.spi.LakeTable;
import cn.gongshu.query.spi.Row;
import org.apache.iceberg.FileMetadata;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

import static cn.gongshu.lake.LakeFixture.ITEM;
import static cn.gongshu.lake.LakeFixture.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What another engine may do to our tables through the same catalogue. */
class ForeignCommitTest {

    @TempDir
    Path folder;

    private final TestDatabase database = TestPostgres.shared().freshDatabase();
    private LakeFixture fixture;
    private Catalogue catalogue;

    @BeforeEach
    void open() {
        Path warehouse = folder.resolve("warehouse");
        fixture = new LakeFixture(warehouse, database).withTable();
        fixture.lake.load(ITEM, Load.append("first"), rows(0, 10)).orThrow();
        catalogue = Catalogue.open(LakeFixture.config(warehouse, database), new WarehouseFiles(warehouse));
    }

    @AfterEach
    void close() {
        catalogue.close();
        fixture.close();
    }

    @Test
    void row_deletes_are_seen_by_the_binding_and_such_a_table_is_not_read() {
        Table table = catalogue.table(ITEM).orElseThrow();
        table.newRowDelta()
                .addDeletes(FileMetadata.deleteFileBuilder(PartitionSpec.unpartitioned())
                        .ofPositionDeletes()
                        .withPath(table.location() + "/data/deletes.parquet")
                        .withFormat("parquet")
                        .withFileSizeInBytes(100)
                        .withRecordCount(1)
                        .build())
                .commit();
        LakeTable bound = fixture.lake.bind(ITEM).orThrow();
        assertThat(bound.hasDeletes()).isTrue();
        assertThatThrownBy(() -> fixture.count(bound))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(ErrorCode.LAKE_UNREADABLE));
        assertThat(fixture.lake.snapshots(ITEM).getLast().loadId()).isNull();
    }

    @Test
    void a_column_renamed_and_one_added_are_read_as_the_snapshot_has_them() {
        Table table = catalogue.table(ITEM).orElseThrow();
        long before = fixture.lake.bind(ITEM).orThrow().snapshotId();
        table.updateSchema()
                .renameColumn("amount", "paid_amount")
                .addColumn("remark", Types.StringType.get())
                .commit();
        Row later = Row.of("p99", null, null, "补缴");
        fixture.lake
                .load(ITEM, Load.append("second"), java.util.List.of(later).iterator())
                .orThrow();
        LakeTable now = fixture.lake.bind(ITEM).orThrow();
        assertThat(now.columns())
                .extracting(Column::name)
                .containsExactly("resident_id", "paid_month", "paid_amount", "remark");
        assertThat(fixture.query("SELECT COUNT(paid_amount) AS a, COUNT(remark) AS b FROM T", now))
                .containsExactly(Row.of(10L, 1L));
        LakeTable then = fixture.lake.bind(ITEM, before).orThrow();
        assertThat(then.columns()).isEqualTo(LakeFixture.COLUMNS);
        assertThat(fixture.query("SELECT COUNT(amount) AS a FROM T", then)).containsExactly(Row.of(10L));
    }
}
