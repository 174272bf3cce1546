package cn.gongshu.query.governed;

import cn.gongshu.query.spi.ColumnType;
import cn.gongshu.query.spi.ColumnType.Decimal;
import cn.gongshu.query.spi.ColumnType.Scalar;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;

import java.util.Optional;

/** Exact sums only: of whole numbers as 64-bit ones, of decimals with 38 digits. Floating point depends on the order. */
final class Sums {

    private static final int PRECISION = 38;

    private Sums() {}

    static Optional<SqlNode> of(ColumnType type, SqlNode node) {
        SqlNode sum = Nodes.call(SqlStdOperatorTable.SUM, node);
        if (type instanceof Decimal decimal) {
            return Optional.of(Nodes.castDecimal(sum, PRECISION, decimal.scale()));
        }
        return type == Scalar.INTEGER || type == Scalar.LONG
                ? Optional.of(Nodes.cast(sum, SqlTypeName.BIGINT))
                : Optional.empty();
    }
}
