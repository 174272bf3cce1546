package cn.gongshu.cities.luan.product;

import java.util.List;

/**
 * What PostgreSQL computes from a subject's serving row: one scalar expression of type jsonb, free of fractions, in
 * which {@code s} stands for the row and {@code :name} for a parameter; null without a row.
 *
 * @param text the expression, without remarks
 * @param parameters each once
 */
public record AnswerExpression(String text, List<AnswerParameter> parameters) {
    public AnswerExpression {
        parameters = List.copyOf(parameters);
    }
}
