package cn.gongshu.lake;

import cn.gongshu.query.spi.ColumnFigures;
import cn.gongshu.query.spi.WrittenFile;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.expressions.Literal;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.util.DateTimeUtil;
import org.apache.iceberg.util.UnicodeUtil;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;

/** A written file as Iceberg enters it: its figures decide which files a reader may skip, so a bound may only be wide. */
final class DataFileFigures {

    /** Iceberg's usual length of text bounds. */
    private static final int TEXT_BOUND = 16;

    private final Map<Integer, Long> sizes = new HashMap<>();
    private final Map<Integer, Long> values = new HashMap<>();
    private final Map<Integer, Long> nulls = new HashMap<>();
    private final Map<Integer, ByteBuffer> lower = new HashMap<>();
    private final Map<Integer, ByteBuffer> upper = new HashMap<>();

    private DataFileFigures() {}

    static DataFile dataFile(WrittenFile file, String location, Schema schema) {
        DataFileFigures figures = new DataFileFigures();
        file.columns().forEach((id, column) -> figures.add(id, schema.findType(id), column));
        return DataFiles.builder(PartitionSpec.unpartitioned())
                .withPath(location)
                .withFormat(FileFormat.PARQUET)
                .withFileSizeInBytes(file.bytes())
                .withMetrics(figures.metrics(file.rows()))
                .build();
    }

    private void add(int id, Type type, ColumnFigures column) {
        sizes.put(id, column.bytes());
        values.put(id, column.values());
        nulls.put(id, column.nulls());
        put(lower, id, type, least(column.least()));
        put(upper, id, type, greatest(column.greatest()));
    }

    private static void put(Map<Integer, ByteBuffer> bounds, int id, Type type, @Nullable Object bound) {
        if (bound != null) {
            bounds.put(id, Conversions.toByteBuffer(type, bound));
        }
    }

    private static @Nullable Object least(@Nullable Object value) {
        return value instanceof String text
                ? UnicodeUtil.truncateStringMin(Literal.of(text), TEXT_BOUND).value()
                : stored(value);
    }

    private static @Nullable Object greatest(@Nullable Object value) {
        if (value instanceof String text) {
            Literal<CharSequence> bound = UnicodeUtil.truncateStringMax(Literal.of(text), TEXT_BOUND);
            return bound == null ? null : bound.value();
        }
        return stored(value);
    }

    private static @Nullable Object stored(@Nullable Object value) {
        return switch (value) {
            case LocalDate date -> DateTimeUtil.daysFromDate(date);
            case LocalDateTime time -> DateTimeUtil.microsFromTimestamp(time);
            case null, default -> value;
        };
    }

    private Metrics metrics(long rows) {
        return new Metrics(rows, sizes, values, nulls, null, lower, upper);
    }
}
