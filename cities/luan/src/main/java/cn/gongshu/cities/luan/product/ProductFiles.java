package cn.gongshu.cities.luan.product;

import cn.gongshu.cities.luan.Words;
import cn.gongshu.cities.luan.item.ItemColumnType;
import cn.gongshu.cities.luan.item.SubjectKind;
import cn.gongshu.cities.luan.sheet.Sheet;
import cn.gongshu.kernel.ColumnRef;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.regulation.DeliveryForm;
import cn.gongshu.regulation.MeterKind;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The folder of one product: product.tsv (facts), columns, inputs, parameters, answer; query.sql and answer.sql. */
final class ProductFiles {

    static final List<ProductCode> BUILT =
            List.of(new ProductCode("P04"), new ProductCode("P31"), new ProductCode("P37"));

    private final ProductCode code;
    private final String folder;
    private final Sheet.Row facts;

    ProductFiles(ProductCode code) {
        this.code = code;
        this.folder = "products/" + code + "/";
        Map<String, String> cells = new HashMap<>();
        sheet("product").rows().forEach(row -> cells.put(row.text("key"), row.text("value")));
        this.facts = new Sheet.Row(folder + "product.tsv", cells);
    }

    ProductDefinition read() {
        QueryShape shape = facts.one(QueryShape.class, "shape");
        boolean subjects = shape == QueryShape.SUBJECT_ROWS;
        return new ProductDefinition(
                code,
                facts.whole("version"),
                facts.words(),
                words("summary"),
                shape,
                subjects ? facts.one(SubjectKind.class, "subject") : null,
                facts.one(DeliveryForm.class, "form"),
                facts.list("purposes"),
                sheet("columns").rows().stream().map(ProductFiles::column).toList(),
                sheet("inputs").rows().stream().map(ProductFiles::input).toList(),
                sql("query.sql"),
                subjects ? expression() : null,
                sheet("answer").rows().stream().map(ProductFiles::field).toList(),
                price(),
                words("freshness"),
                words("legal_gate"));
    }

    private AnswerExpression expression() {
        return new AnswerExpression(
                sql("answer.sql"),
                sheet("parameters").rows().stream()
                        .map(row -> new AnswerParameter(
                                row.text("name"),
                                row.one(AnswerParameter.Source.class, "source"),
                                row.one(ItemColumnType.class, "type")))
                        .toList());
    }

    private ProductPrice price() {
        String parameter = facts.text("price_parameter");
        return new ProductPrice(
                parameter.isEmpty() ? null : parameter, facts.one(MeterKind.class, "meter"), words("price"));
    }

    private Words words(String key) {
        return new Words(facts.text(key + "_zh"), facts.text(key + "_en"));
    }

    private Sheet sheet(String name) {
        return Sheet.read(folder + name + ".tsv");
    }

    /** Remarks are for readers of the file; engines and the governed door get the statement alone. */
    private String sql(String name) {
        return Sheet.text(folder + name)
                .lines()
                .filter(line -> !line.startsWith("--"))
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private static ProductColumn column(Sheet.Row row) {
        return new ProductColumn(ColumnRef.of(row.text("item"), row.text("column")), row.words());
    }

    private static ProductInput input(Sheet.Row row) {
        return new ProductInput(
                row.text("name"),
                row.one(ItemColumnType.class, "type"),
                row.flag("required"),
                optional(row, "default"),
                optional(row, "least"),
                optional(row, "most"),
                row.text("not_before").isEmpty() ? null : row.text("not_before"),
                row.words());
    }

    private static AnswerField field(Sheet.Row row) {
        return new AnswerField(
                row.text("field"),
                row.one(AnswerField.Type.class, "type"),
                row.words(),
                new Words(row.text("values_zh"), row.text("values_en")));
    }

    private static @Nullable Integer optional(Sheet.Row row, String column) {
        return row.text(column).isEmpty() ? null : row.whole(column);
    }
}
