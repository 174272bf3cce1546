package cn.gongshu.query.serving;

import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Writes rows in PostgreSQL's binary COPY format: exact for every type, nothing to escape, one buffer whatever the
 * number of rows.
 */
final class BinaryRows {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int CHUNK = 64 << 10;
    private static final int NULL = -1;
    private static final int INT4_OID = 23;
    private static final int TEXT_OID = 25;
    private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);

    private final CopyIn copy;
    private final List<ServingColumn> columns;
    private ByteBuffer buffer;

    BinaryRows(CopyIn copy, List<ServingColumn> columns) {
        this.copy = copy;
        this.columns = columns;
        this.buffer = ByteBuffer.allocate(2 * CHUNK);
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    /** Adds a row and gives its size in bytes. */
    int add(ServingRow row) throws SQLException {
        if (row.values().size() != columns.size()) {
            throw new IllegalArgumentException(
                    "a row has " + row.values().size() + " values for " + columns.size() + " columns");
        }
        int rowStart = buffer.position();
        room(Short.BYTES).putShort((short) (columns.size() + 1));
        text(row.subject());
        for (int i = 0; i < columns.size(); i++) {
            field(columns.get(i), row.values().get(i));
        }
        int size = buffer.position() - rowStart;
        if (buffer.position() >= CHUNK) {
            flush();
        }
        return size;
    }

    /** Ends the data and gives the number of rows the server took. */
    long end() throws SQLException {
        room(Short.BYTES).putShort((short) NULL);
        flush();
        return copy.endCopy();
    }

    private void field(ServingColumn column, @Nullable Object value) {
        if (value == null) {
            room(Integer.BYTES).putInt(NULL);
            return;
        }
        try {
            switch (column.type()) {
                case TEXT -> text((String) value);
                case INT -> room(8).putInt(Integer.BYTES).putInt((Integer) value);
                case BIGINT -> room(12).putInt(Long.BYTES).putLong((Long) value);
                case DATE ->
                    room(8).putInt(Integer.BYTES)
                            .putInt(Math.toIntExact(((LocalDate) value).toEpochDay() - EPOCH.toEpochDay()));
                case INT_ARRAY -> array(INT4_OID, value instanceof int[] ints ? boxed(ints) : (List<?>) value);
                case TEXT_ARRAY -> array(TEXT_OID, value instanceof String[] some ? List.of(some) : (List<?>) value);
            }
        } catch (ClassCastException wrongType) {
            throw new IllegalArgumentException("column " + column.name() + " is " + column.type() + ", got "
                    + value.getClass().getName());
        }
    }

    private static List<Integer> boxed(int[] ints) {
        return Arrays.stream(ints).boxed().toList();
    }

    private void array(int elementType, List<?> elements) {
        int lengthAt = room(20 + Integer.BYTES).position();
        buffer.putInt(0).putInt(elements.isEmpty() ? 0 : 1).putInt(0).putInt(elementType);
        if (!elements.isEmpty()) {
            buffer.putInt(elements.size()).putInt(1);
        }
        for (Object element : elements) {
            if (elementType == INT4_OID) {
                room(8).putInt(Integer.BYTES).putInt((Integer) Objects.requireNonNull(element));
            } else {
                text((String) Objects.requireNonNull(element));
            }
        }
        buffer.putInt(lengthAt, buffer.position() - lengthAt - Integer.BYTES);
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        room(Integer.BYTES + bytes.length).putInt(bytes.length).put(bytes);
    }

    /** The buffer with at least this much room; it grows only for a row larger than any seen. */
    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            int grown = Math.max(2 * buffer.capacity(), buffer.position() + bytes);
            buffer = ByteBuffer.allocate(grown).put(buffer.flip());
        }
        return buffer;
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
