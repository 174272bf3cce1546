package cn.gongshu.lake;

import cn.gongshu.query.spi.Column;
import cn.gongshu.query.spi.ColumnType;
import cn.gongshu.query.spi.ColumnType.Decimal;
import cn.gongshu.query.spi.ColumnType.ListOf;
import cn.gongshu.query.spi.ColumnType.Scalar;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;

import java.util.List;

/** Our columns as Iceberg's, and back. */
final class IcebergTypes {

    private IcebergTypes() {}

    static Schema schema(List<Column> columns) {
        List<NestedField> fields = columns.stream()
                .map(c -> c.required()
                        ? NestedField.required(c.id(), c.name(), type(c.type()))
                        : NestedField.optional(c.id(), c.name(), type(c.type())))
                .toList();
        return new Schema(fields);
    }

    static List<Column> columns(Schema schema) {
        return schema.columns().stream()
                .map(f -> new Column(f.fieldId(), f.name(), columnType(f.type()), f.isRequired()))
                .toList();
    }

    private static Type type(ColumnType type) {
        return switch (type) {
            case Decimal(int precision, int scale) -> Types.DecimalType.of(precision, scale);
            case ListOf list -> throw new IllegalArgumentException("the lake holds no lists");
            case Scalar scalar ->
                switch (scalar) {
                    case BOOLEAN -> Types.BooleanType.get();
                    case INTEGER -> Types.IntegerType.get();
                    case LONG -> Types.LongType.get();
                    case DOUBLE -> Types.DoubleType.get();
                    case DATE -> Types.DateType.get();
                    case TIMESTAMP -> Types.TimestampType.withoutZone();
                    case TEXT -> Types.StringType.get();
                };
        };
    }

    private static ColumnType columnType(Type type) {
        if (type instanceof Types.DecimalType decimal) {
            return new Decimal(decimal.precision(), decimal.scale());
        }
        return switch (type.typeId()) {
            case BOOLEAN -> Scalar.BOOLEAN;
            case INTEGER -> Scalar.INTEGER;
            case LONG -> Scalar.LONG;
            case DOUBLE -> Scalar.DOUBLE;
            case DATE -> Scalar.DATE;
            case TIMESTAMP -> Scalar.TIMESTAMP;
            case STRING -> Scalar.TEXT;
            default -> throw new IllegalArgumentException("a table of the lake has the unsupported type " + type);
        };
    }
}
