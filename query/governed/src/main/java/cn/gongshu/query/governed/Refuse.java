package cn.gongshu.query.governed;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.kernel.RefusedException;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

import java.util.Map;

/** Makes the refusal of a declared query: the rule, the place in the text and how to mend it. */
final class Refuse {

    private Refuse() {}

    static RefusedException at(SqlNode node, QueryRule rule, Object... values) {
        return at(node.getParserPosition(), rule, values);
    }

    static RefusedException at(SqlParserPos place, QueryRule rule, Object... values) {
        boolean known = place.getLineNum() > 0;
        String where = known ? "第 " + place.getLineNum() + " 行第 " + place.getColumnNum() + " 列：" : "";
        return new RefusedException(refusal(rule, where + rule.words(values)));
    }

    static RefusedException whole(QueryRule rule, Object... values) {
        return at(SqlParserPos.ZERO, rule, values);
    }

    private static Refusal refusal(QueryRule rule, String reason) {
        return Refusal.of(ErrorCode.QUERY_REFUSED, Map.of("reason", reason, "rule", rule.name()));
    }
}
