package cn.gongshu.query.spi;

/**
 * What an engine can do.
 *
 * @param dialect the SQL it speaks
 * @param appliesDeletes true when it applies row deletes; if not, it refuses to read a table that has any
 * @param stopsForCertain true when any run can be stopped at once; if not, only SQL of an allow-list may reach it
 * @param concurrentRuns most runs at the same time; another waits a little and is then refused as OVERLOADED
 */
public record EngineCapabilities(
        Dialect dialect, boolean appliesDeletes, boolean stopsForCertain, int concurrentRuns) {}
