package cn.gongshu.query.governed;

import cn.gongshu.query.spi.ColumnType;
import cn.gongshu.query.spi.ColumnType.Decimal;
import cn.gongshu.query.spi.ColumnType.ListOf;
import cn.gongshu.query.spi.ColumnType.Scalar;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeSystem;
import org.apache.calcite.rel.type.RelDataTypeSystemImpl;
import org.apache.calcite.sql.type.SqlTypeFactoryImpl;
import org.apache.calcite.sql.type.SqlTypeName;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Our column types as the validator knows them: Unicode text, decimals of 38 digits. */
final class Types extends SqlTypeFactoryImpl {

    private static final int PRECISION = 38;

    private static final RelDataTypeSystem SYSTEM = new RelDataTypeSystemImpl() {
        @Override
        public int getMaxPrecision(SqlTypeName type) {
            return type == SqlTypeName.DECIMAL ? PRECISION : super.getMaxPrecision(type);
        }

        @Override
        public int getMaxScale(SqlTypeName type) {
            return type == SqlTypeName.DECIMAL ? PRECISION : super.getMaxScale(type);
        }
    };

    Types() {
        super(SYSTEM);
    }

    @Override
    public Charset getDefaultCharset() {
        return StandardCharsets.UTF_8;
    }

    static RelDataType of(RelDataTypeFactory factory, ColumnType type) {
        return factory.createTypeWithNullability(plain(factory, type), true);
    }

    private static RelDataType plain(RelDataTypeFactory factory, ColumnType type) {
        return switch (type) {
            case Decimal(int precision, int scale) -> factory.createSqlType(SqlTypeName.DECIMAL, precision, scale);
            case ListOf(ColumnType element) -> factory.createArrayType(of(factory, element), -1);
            case Scalar scalar ->
                switch (scalar) {
                    case BOOLEAN -> factory.createSqlType(SqlTypeName.BOOLEAN);
                    case INTEGER -> factory.createSqlType(SqlTypeName.INTEGER);
                    case LONG -> factory.createSqlType(SqlTypeName.BIGINT);
                    case DOUBLE -> factory.createSqlType(SqlTypeName.DOUBLE);
                    case DATE -> factory.createSqlType(SqlTypeName.DATE);
                    case TIMESTAMP -> factory.createSqlType(SqlTypeName.TIMESTAMP);
                    case TEXT -> factory.createSqlType(SqlTypeName.VARCHAR);
                };
        };
    }
}
