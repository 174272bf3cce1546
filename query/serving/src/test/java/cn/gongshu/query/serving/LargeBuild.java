package cn.gongshu.query.serving;

import javax.sql.DataSource;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;

/** Main of a child process with a small heap: builds 200,000 rows of some 300 bytes and says how fast. */
final class LargeBuild {

    static final int ROWS = 200_000;

    private LargeBuild() {}

    public static void main(String[] arguments) {
        List<String> where = List.of(arguments[0].split(" ", -1));
        DataSource source = ServingDatabase.source(where.get(0), where.get(1), where.get(2));
        SubjectKeys keys = new SubjectKeys(source, new MasterKey(new byte[32]), new SecureRandom());
        ServingTables tables = new ServingTables(source, keys, Clock.systemUTC(), ServingLimits.STANDARD);
        ServingBuild build = ServingDatabase.build(
                tables.nextGeneration(),
                new ServingColumn("months", ServingType.INT_ARRAY),
                new ServingColumn("note", ServingType.TEXT));
        long start = System.nanoTime();
        ServingTable built = tables.build(
                        build,
                        IntStream.range(0, ROWS).mapToObj(LargeBuild::row).iterator())
                .orThrow();
        long millis = (System.nanoTime() - start) / 1_000_000;
        tables.publish(built);
        System.out.println(built.rows() + " rows, " + built.rows() * 1_000 / millis + " a second with keys");
    }

    private static ServingRow row(int i) {
        return new ServingRow(
                "3415990000%08d".formatted(i), List.of(new int[] {202601, 202602, 202603}, "注".repeat(80)));
    }
}
