package cn.gongshu.cities.luan.product;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What PostgreSQL computes from a subject's serving row: one scalar expression of type jsonb, free of fractions, in
 * which {@code r} stands for the row and {@code $1} … for the parameters.
 *
 * @param text the expression in parentheses, without remarks
 * @param parameters by position, without gaps
 */
public record AnswerExpression(String text, List<AnswerParameter> parameters) {

    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");

    public AnswerExpression {
        parameters = List.copyOf(parameters);
    }

    /** The expression with its first parameter numbered {@code first}, to stand inside a longer statement. */
    public String from(int first) {
        return PARAMETER.matcher(text).replaceAll(number -> Matcher.quoteReplacement("$" + shifted(number.group(1), first)));
    }

    private static int shifted(String number, int first) {
        return Integer.parseInt(number) + first - 1;
    }
}
