package cn.gongshu.query.duckdb;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import cn.gongshu.query.spi.LakeTable;
import cn.gongshu.query.spi.TableBinding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What DuckDB says, without what it must not say: its texts quote values, paths and SQL, so only the kind of error goes
 * on, and neither text nor cause does.
 */
final class DuckFaults {

    private static final String PARQUET_MAGIC = "PAR1";
    private static final Pattern KIND = Pattern.compile("([A-Z][A-Za-z ]{2,40}) Error\\b");

    private DuckFaults() {}

    static Fault of(SQLException e) {
        String text = String.valueOf(e.getMessage());
        String kind = kind(text);
        if (kind.equals("Out of Memory")) {
            return new Fault(ErrorCode.QUERY_LIMIT, "the engine's memory limit was met");
        }
        boolean aboutFiles = kind.equals("IO") || text.contains(".parquet");
        return new Fault(aboutFiles ? ErrorCode.LAKE_UNREADABLE : ErrorCode.INTERNAL, "the engine failed: " + kind);
    }

    /**
     * The fault of a run over these tables. A streamed result has lost the kind of its error by the time we see it, so
     * the files themselves are looked at.
     */
    static Fault of(SQLException e, List<TableBinding> tables) {
        boolean broken = tables.stream()
                .filter(LakeTable.class::isInstance)
                .flatMap(table -> ((LakeTable) table).files().stream())
                .anyMatch(file -> !endsAsParquet(file));
        return broken ? new Fault(ErrorCode.LAKE_UNREADABLE, "a data file is missing or broken") : of(e);
    }

    private static boolean endsAsParquet(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer end = ByteBuffer.allocate(PARQUET_MAGIC.length());
            channel.read(end, Math.max(0, channel.size() - PARQUET_MAGIC.length()));
            return new String(end.array(), StandardCharsets.US_ASCII).equals(PARQUET_MAGIC);
        } catch (IOException e) {
            return false;
        }
    }

    private static String kind(String text) {
        Matcher matcher = KIND.matcher(text);
        return matcher.lookingAt() ? matcher.group(1) : "unknown kind";
    }
}
