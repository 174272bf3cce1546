package cn.gongshu.query.duckdb;

import cn.gongshu.query.spi.QueryEngine;
import cn.gongshu.query.spi.QueryEngineConformanceTest;
import cn.gongshu.query.spi.TableWriter;

import java.nio.file.Path;
import java.time.Duration;

class DuckDbEngineTest extends QueryEngineConformanceTest {

    @Override
    protected QueryEngine engine(Path warehouse) {
        return DuckDbEngine.open(settings(warehouse));
    }

    @Override
    protected TableWriter writer(Path warehouse) {
        return DuckDbTableWriter.open(settings(warehouse));
    }

    @Override
    protected String endless() {
        return "SELECT COUNT(*) AS c FROM range(10000000) a, range(10000000) b WHERE (a.range * b.range) % 7 = 8";
    }

    private DuckDbSettings settings(Path warehouse) {
        return new DuckDbSettings(warehouse, folder.resolve("temporary"), 256, 2, 512, 2, Duration.ofMillis(100));
    }
}
