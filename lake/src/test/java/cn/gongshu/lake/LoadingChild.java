package cn.gongshu.lake;

import cn.gongshu.query.duckdb.DuckDbSettings;
import cn.gongshu.query.duckdb.DuckDbTableWriter;
import cn.gongshu.query.spi.TableWriter;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/** Loads once and ends; started to be killed. */
final class LoadingChild {

    private LoadingChild() {}

    public static void main(String[] arguments) {
        Path warehouse = Path.of(arguments[0]);
        LakeConfig config = new LakeConfig(warehouse, arguments[1], arguments[2], arguments[3], "lake", 1000);
        DuckDbSettings settings = DuckDbSettings.modest(warehouse, warehouse.resolveSibling("child"));
        try (TableWriter writer = DuckDbTableWriter.open(settings);
                Lake lake = Lake.open(config, writer, Clock.systemUTC(), new SecureRandom())) {
            lake.load(LakeFixture.ITEM, Load.replace(arguments[4]), LakeFixture.rows(0, 3000))
                    .orThrow();
        }
    }
}
