package cn.gongshu.lake;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import cn.gongshu.postgres.TestPostgres;
import cn.gongshu.postgres.TestPostgres.TestDatabase;
import cn.gongshu.query.spi.LakeTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import static cn.gongshu.lake.LakeFixture.ITEM;
import static cn.gongshu.lake.LakeFixture.NOW;
import static cn.gongshu.lake.LakeFixture.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HousekeepingTest {

    @TempDir
    Path folder;

    private final TestDatabase database = TestPostgres.shared().freshDatabase();

    @Test
    void an_expired_snapshot_and_its_files_are_gone_and_its_load_is_still_known() {
        LakeTable first;
        try (LakeFixture fixture = at(NOW).withTable()) {
            fixture.lake.load(ITEM, Load.replace("first"), rows(0, 10)).orThrow();
            first = fixture.lake.bind(ITEM).orThrow();
        }
        try (LakeFixture fixture = at(NOW.plus(Duration.ofDays(2)))) {
            fixture.lake.load(ITEM, Load.replace("second"), rows(0, 5)).orThrow();
            assertThat(fixture.lake.expire(ITEM, NOW.plus(Duration.ofDays(1)), 1))
                    .isEqualTo(1);
            assertThat(fixture.lake.snapshots(ITEM))
                    .extracting(LakeSnapshot::loadId)
                    .containsExactly("second");
            assertThat(first.files()).allSatisfy(file -> assertThat(file).doesNotExist());
            assertThatThrownBy(() -> fixture.count(first))
                    .isInstanceOfSatisfying(
                            Fault.class, fault -> assertThat(fault.code()).isEqualTo(ErrorCode.LAKE_UNREADABLE));
            Loaded again =
                    fixture.lake.load(ITEM, Load.replace("first"), rows(0, 10)).orThrow();
            assertThat(again.repeated()).isTrue();
            assertThat(again.snapshot().rows()).isEqualTo(10);
            assertThat(again.snapshot().loadedAt()).isEqualTo(NOW);
            assertThat(fixture.count()).isEqualTo(5);
        }
    }

    @Test
    void the_last_snapshots_are_kept_whatever_their_age_and_the_young_ones_whatever_their_number() {
        try (LakeFixture fixture = at(NOW).withTable()) {
            fixture.lake.load(ITEM, Load.append("first"), rows(0, 10)).orThrow();
            fixture.lake.load(ITEM, Load.append("second"), rows(10, 15)).orThrow();
            fixture.lake.load(ITEM, Load.append("third"), rows(15, 20)).orThrow();
            assertThat(fixture.lake.expire(ITEM, NOW, 1)).isZero();
            assertThat(fixture.lake.expire(ITEM, NOW.plusSeconds(1), 2)).isEqualTo(1);
            assertThat(fixture.lake.snapshots(ITEM)).hasSize(2);
            assertThat(fixture.count()).isEqualTo(20);
            assertThatThrownBy(() -> fixture.lake.expire(ITEM, NOW, 0)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_file_that_no_snapshot_names_is_swept_when_old_and_left_when_young() throws IOException {
        try (LakeFixture fixture = at(NOW).withTable()) {
            fixture.lake.load(ITEM, Load.append("first"), rows(0, 250)).orThrow();
            Path left = folder.resolve("warehouse/lake/c07_01/data/left.parquet");
            Files.writeString(left, "cut short");
            Files.setLastModifiedTime(left, FileTime.from(NOW));
            assertThat(fixture.lake.sweep(ITEM, NOW)).isZero();
            assertThat(fixture.lake.sweep(ITEM, Instant.parse("2100-01-01T00:00:00Z")))
                    .isEqualTo(1);
            assertThat(left).doesNotExist();
            assertThat(fixture.count()).isEqualTo(250);
        }
    }

    private LakeFixture at(Instant now) {
        return new LakeFixture(folder.resolve("warehouse"), database, Clock.fixed(now, ZoneOffset.UTC));
    }
}
