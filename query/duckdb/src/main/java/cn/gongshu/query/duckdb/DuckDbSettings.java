package cn.gongshu.query.duckdb;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What one DuckDB instance may use.
 *
 * @param warehouse the only folder whose files it may open; no pattern characters in its path
 * @param temporary folder for what does not fit into memory; created when missing
 * @param memoryMegabytes most memory of the instance
 * @param threads most threads of the instance
 * @param temporaryMegabytes most disk for what does not fit into memory
 * @param concurrentRuns most runs at the same time
 * @param patience how long a run waits for its place before it is refused as OVERLOADED
 */
public record DuckDbSettings(
        Path warehouse,
        Path temporary,
        int memoryMegabytes,
        int threads,
        int temporaryMegabytes,
        int concurrentRuns,
        Duration patience) {

    private static final String PATTERN_CHARACTERS = "*?[]{}\n\r";

    public DuckDbSettings {
        if (memoryMegabytes < 1 || threads < 1 || temporaryMegabytes < 1 || concurrentRuns < 1) {
            throw new IllegalArgumentException("a limit must be positive");
        }
        warehouse = warehouse.toAbsolutePath().normalize();
        temporary = temporary.toAbsolutePath().normalize();
        if (warehouse.toString().chars().anyMatch(c -> PATTERN_CHARACTERS.indexOf(c) >= 0)) {
            throw new IllegalArgumentException("the warehouse's path holds a pattern character");
        }
    }

    /** Modest settings for one machine: 512 MB, 2 threads, 4 GB of temporary files, 4 runs at once, 5 s patience. */
    public static DuckDbSettings modest(Path warehouse, Path temporary) {
        return new DuckDbSettings(warehouse, temporary, 512, 2, 4096, 4, Duration.ofSeconds(5));
    }
}
