package cn.gongshu.query.duckdb;

import cn.gongshu.query.spi.TableWriter;
import cn.gongshu.query.spi.TableWriterConformanceTest;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class DuckDbTableWriterTest extends TableWriterConformanceTest {

    @TempDir
    Path temporary;

    @Override
    protected TableWriter writer(Path warehouse) {
        return DuckDbTableWriter.open(DuckDbSettings.modest(warehouse, temporary));
    }
}
