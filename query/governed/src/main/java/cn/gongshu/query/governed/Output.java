package cn.gongshu.query.governed;

import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One item of a SELECT list.
 *
 * @param name the name it has in the result
 * @param node the expression without its name, as validated
 */
record Output(String name, SqlNode node) {

    private static final int MAX_OUTPUTS = 40;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    static List<Output> of(SqlNodeList list) {
        if (list.size() > MAX_OUTPUTS) {
            throw Refuse.at(list, QueryRule.TOO_MANY, "SELECT 中的列", MAX_OUTPUTS);
        }
        List<Output> outputs = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (SqlNode node : list) {
            Output output = of(node);
            boolean fit = NAME.matcher(output.name).matches() && !output.name.startsWith(Names.RESERVED);
            if (!fit || !names.add(output.name)) {
                throw Refuse.at(node, QueryRule.ALIAS, outputs.size() + 1);
            }
            outputs.add(output);
        }
        return outputs;
    }

    private static Output of(SqlNode node) {
        if (node.getKind() == SqlKind.AS) {
            SqlCall as = (SqlCall) node;
            return new Output(((SqlIdentifier) as.operand(1)).getSimple(), as.operand(0));
        }
        String name = node instanceof SqlIdentifier identifier ? identifier.names.getLast() : "";
        return new Output(name, node);
    }
}
