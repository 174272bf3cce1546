package cn.gongshu.city;

import cn.gongshu.lake.Lake;
import cn.gongshu.lake.LakeConfig;
import cn.gongshu.query.duckdb.DuckDbEngine;
import cn.gongshu.query.duckdb.DuckDbSettings;
import cn.gongshu.query.duckdb.DuckDbTableWriter;
import cn.gongshu.query.governed.GovernedQueries;
import cn.gongshu.query.spi.Limits;
import cn.gongshu.query.spi.QueryEngine;
import cn.gongshu.query.spi.TableWriter;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;

/** The adapters of this process: DuckDB over Iceberg tables on this machine's disk. */
@Configuration
class LakeConfiguration {

    /** What one delivered data set may use. */
    static final Limits DATA_SET = new Limits(1_000_000, 256L << 20, Duration.ofSeconds(60));

    /** What one build of a serving table may use. */
    static final Limits SERVING = new Limits(30_000_000, 64L << 30, Duration.ofMinutes(30));

    @Bean
    QueryEngine queryEngine(@Value("${gongshu.data}") Path data) {
        return DuckDbEngine.open(settings(data, "engine"));
    }

    @Bean
    TableWriter tableWriter(@Value("${gongshu.data}") Path data) {
        return DuckDbTableWriter.open(settings(data, "writer"));
    }

    @Bean
    Lake lake(
            @Value("${gongshu.data}") Path data,
            @Value("${spring.datasource.url}") String url,
            @Value("${spring.datasource.username}") String user,
            @Value("${spring.datasource.password}") String password,
            TableWriter writer,
            Clock clock,
            SecureRandom random,
            Flyway migrated) {
        return Lake.open(new LakeConfig(warehouse(data), url, user, password), writer, clock, random);
    }

    @Bean
    GovernedQueries governedQueries(QueryEngine engine) {
        GovernedQueries queries = new GovernedQueries(engine, DATA_SET, SERVING);
        queries.warm();
        return queries;
    }

    private static DuckDbSettings settings(Path data, String name) {
        return DuckDbSettings.modest(warehouse(data), data.resolve("temporary").resolve(name));
    }

    private static Path warehouse(Path data) {
        return data.resolve("lake");
    }
}
