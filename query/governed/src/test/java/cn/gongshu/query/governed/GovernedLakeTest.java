package cn.gongshu.query.governed;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.lake.ItemTable;
import cn.gongshu.lake.Lake;
import cn.gongshu.lake.LakeConfig;
import cn.gongshu.lake.Load;
import cn.gongshu.postgres.TestPostgres;
import cn.gongshu.postgres.TestPostgres.TestDatabase;
import cn.gongshu.query.duckdb.DuckDbEngine;
import cn.gongshu.query.duckdb.DuckDbSettings;
import cn.gongshu.query.duckdb.DuckDbTableWriter;
import cn.gongshu.query.spi.Column;
import cn.gongshu.query.spi.LakeTable;
import cn.gongshu.query.spi.Limits;
import cn.gongshu.query.spi.QueryEngine;
import cn.gongshu.query.spi.Row;
import cn.gongshu.query.spi.TableWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The door over a real lake: Iceberg tables, their catalogue in a real PostgreSQL, DuckDB. */
class GovernedLakeTest {

    private static final String QUERY = "SELECT disease_group, COUNT(*) AS n FROM C13_04 GROUP BY disease_group";
    private static final Obligations OBLIGATIONS = new Obligations(City.ALL, 5, Map.of());

    @TempDir
    Path folder;

    private QueryEngine engine;
    private TableWriter writer;
    private Lake lake;
    private GovernedQueries queries;

    @BeforeEach
    void open() {
        TestDatabase database = TestPostgres.shared().freshDatabase();
        Path warehouse = folder.resolve("warehouse");
        DuckDbSettings settings = DuckDbSettings.modest(warehouse, folder.resolve("temporary"));
        engine = DuckDbEngine.open(settings);
        writer = DuckDbTableWriter.open(settings);
        lake = Lake.open(
                new LakeConfig(warehouse, database.jdbcUrl(), database.user(), database.password()),
                writer,
                Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), ZoneOffset.UTC),
                new SecureRandom());
        Limits limits = new Limits(1000, 1_000_000, Duration.ofSeconds(60));
        queries = new GovernedQueries(engine, limits, limits);
        GovernedTable visits = City.TABLES.table("C13_04").orElseThrow();
        List<Column> columns = IntStream.range(0, visits.columns().size())
                .mapToObj(i -> Column.optional(
                        i + 1,
                        visits.columns().get(i).name(),
                        visits.columns().get(i).type()))
                .toList();
        lake.createTable(new ItemTable(City.VISITS, columns));
    }

    @AfterEach
    void close() {
        lake.close();
        engine.close();
        writer.close();
    }

    @Test
    void a_new_snapshot_changes_the_answer_and_the_old_one_still_gives_the_old() {
        lake.load(City.VISITS, Load.replace("first"), visits(5)).orThrow();
        CheckedAggregate checked =
                queries.checkAggregate(QUERY, City.TABLES, City.ALL).orThrow();
        AggregateResult first = run(checked, lake::bind);
        lake.load(City.VISITS, Load.replace("second"), visits(7)).orThrow();
        AggregateResult second = run(checked, lake::bind);
        assertThat(first.rows()).containsExactly(Row.of("流感", 5L));
        assertThat(second.rows()).containsExactly(Row.of("流感", 7L));
        long firstSnapshot = first.snapshots().getOrDefault(City.VISITS, 0L);
        assertThat(run(checked, item -> lake.bind(item, firstSnapshot))).isEqualTo(first);
    }

    @Test
    void a_table_never_loaded_gives_no_group_and_one_with_row_deletes_is_not_read() {
        CheckedAggregate checked =
                queries.checkAggregate(QUERY, City.TABLES, City.ALL).orThrow();
        assertThat(run(checked, lake::bind).rows()).isEmpty();
        TableBinder deleted = item -> lake.bind(item).map(GovernedLakeTest::withDeletes);
        assertThatThrownBy(() -> run(checked, deleted))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(ErrorCode.LAKE_UNREADABLE));
    }

    @Test
    void an_item_without_a_table_is_refused() {
        String sql = "SELECT district_code, COUNT(*) AS n FROM C13_01 GROUP BY district_code";
        CheckedAggregate checked =
                queries.checkAggregate(sql, City.TABLES, City.ALL).orThrow();
        assertThat(queries.aggregate(checked, lake::bind, OBLIGATIONS, new StopSignal()))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(ErrorCode.ITEM_NOT_BOUND));
    }

    @Test
    void a_column_the_lake_does_not_have_as_declared_is_a_fault_that_names_it() {
        CheckedAggregate checked =
                queries.checkAggregate(QUERY, City.TABLES, City.ALL).orThrow();
        TableBinder other = item -> lake.bind(item).map(GovernedLakeTest::withoutDisease);
        assertThatThrownBy(() -> run(checked, other)).isInstanceOf(Fault.class).hasMessageContaining("disease_group");
    }

    private AggregateResult run(CheckedAggregate checked, TableBinder binder) {
        return queries.aggregate(checked, binder, OBLIGATIONS, new StopSignal()).orThrow();
    }

    private static LakeTable withDeletes(LakeTable table) {
        return new LakeTable(
                table.name(), table.storedAs(), table.snapshotId(), table.columns(), table.files(), true, table.rows());
    }

    private static LakeTable withoutDisease(LakeTable table) {
        List<Column> columns = table.columns().stream()
                .filter(c -> !c.name().equals("disease_group"))
                .toList();
        return new LakeTable(
                table.name(), table.storedAs(), table.snapshotId(), columns, table.files(), false, table.rows());
    }

    private static Iterator<Row> visits(int persons) {
        return IntStream.range(0, persons).mapToObj(i -> visit("p" + i)).iterator();
    }

    private static Row visit(@Nullable String person) {
        return Row.of(person, "流感", 202601, LocalDate.of(2026, 1, 5), null, 1, null, null, null);
    }
}
