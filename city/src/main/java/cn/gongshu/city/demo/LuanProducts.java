package cn.gongshu.city.demo;

import cn.gongshu.cities.luan.Words;
import cn.gongshu.cities.luan.annex.AnnexOne;
import cn.gongshu.cities.luan.annex.AnnexProduct;
import cn.gongshu.cities.luan.annex.AnnexTwo;
import cn.gongshu.cities.luan.annex.ProductNeeds;
import cn.gongshu.cities.luan.annex.ProductNeeds.Need;
import cn.gongshu.cities.luan.item.ItemColumnType;
import cn.gongshu.cities.luan.product.AnswerField;
import cn.gongshu.cities.luan.product.ProductDefinition;
import cn.gongshu.cities.luan.product.ProductInput;
import cn.gongshu.kernel.ProductCode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Annex 2 with what each product needs, as the platform's product-list import takes it. */
public final class LuanProducts {

    static final LocalDate FILED = LocalDate.of(2026, 3, 16);

    private LuanProducts() {}

    /** The body of {@code POST /api/v1/product-list-imports}. */
    public static Map<String, Object> importBody() {
        Map<String, ProductNeeds> needs = ProductNeeds.load(AnnexOne.load()).stream()
                .collect(Collectors.toMap(each -> each.product().value(), each -> each));
        List<AnnexProduct> products = AnnexTwo.load().products();
        List<Map<String, Object>> listed = products.stream()
                .map(product -> product(
                        product,
                        products.indexOf(product) + 1,
                        Objects.requireNonNull(needs.get(product.code().value()))))
                .toList();
        return Map.of("source", "六安市公共数据资源授权运营实施方案（征求意见稿）附件2", "products", listed);
    }

    /** The body of a registration application of a product (R074). */
    static Map<String, Object> registration(String product) {
        return Map.of("registrar", "安徽省数据资源局", "document", Papers.document(product + " 产品登记申请书", FILED));
    }

    /** The legal-gate opinion of a product that is built (Q11). */
    static Map<String, Object> legalGate(String product) {
        String opinion =
                ProductDefinition.load(new ProductCode(product)).legalGate().zh();
        return Map.of(
                "licenceNeeded", false, "opinion", opinion, "document", Papers.document(product + " 法律意见书", FILED));
    }

    /** The definition of a product that is built, as its activation takes it. */
    static Map<String, Object> definition(String product) {
        ProductDefinition definition = ProductDefinition.load(new ProductCode(product));
        Map<String, List<String>> columns = new TreeMap<>();
        definition
                .columns()
                .forEach(column -> columns.computeIfAbsent(column.ref().item().value(), item -> new ArrayList<>())
                        .add(column.ref().column()));
        Map<String, Object> body = new HashMap<>();
        body.put("form", definition.form().name());
        body.put(
                "subject",
                definition.subject() == null
                        ? "AGGREGATE"
                        : definition.subject().name());
        body.put("columns", columns);
        body.put("inputs", definition.inputs().stream().map(LuanProducts::input).toList());
        body.put("query", definition.query());
        body.put("sentence", words(definition.summary()));
        body.put(
                "outputs",
                definition.answer().stream().map(LuanProducts::output).toList());
        if (definition.expression() != null) {
            body.put("answer", definition.expression().text());
        }
        return body;
    }

    private static Map<String, Object> input(ProductInput input) {
        boolean month = input.type() == ItemColumnType.MONTH;
        Map<String, Object> body = new HashMap<>(words(input.words()));
        body.put("name", input.name());
        body.put("kind", month ? "MONTH" : "NUMBER");
        body.put("least", input.least() == null ? (month ? 190_001 : 0) : input.least());
        body.put("most", input.most() == null ? (month ? 299_912 : Integer.MAX_VALUE) : input.most());
        if (input.fallback() != null) {
            body.put("otherwise", input.fallback());
        }
        if (input.notBefore() != null) {
            body.put("notBefore", input.notBefore());
        }
        return body;
    }

    private static Map<String, Object> output(AnswerField field) {
        List<Map<String, Object>> choices = choices(field.values());
        Map<String, Object> body = new HashMap<>(words(field.words()));
        body.put("code", field.name());
        body.put("choices", choices);
        body.put(
                "type",
                switch (field.type()) {
                    case CODE, CODES -> choices.isEmpty() ? "STRING" : "CHOICE";
                    case MONTH, MONTHS -> "MONTH";
                    case COUNT -> "INTEGER";
                });
        return body;
    }

    /** Codes with their words, from lists such as {@code GROWING 增加；STABLE 稳定}; none where the text is no list. */
    private static List<Map<String, Object>> choices(Words values) {
        Map<String, String> english = meanings(values.en(), ";");
        List<Map<String, Object>> choices = new ArrayList<>();
        meanings(values.zh(), "；")
                .forEach((code, word) ->
                        choices.add(Map.of("code", code, "zh", word, "en", english.getOrDefault(code, code))));
        return choices;
    }

    private static Map<String, String> meanings(String list, String separator) {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (String each : list.split(separator, -1)) {
            String[] parts = each.strip().split(" ", 2);
            if (parts[0].matches("[A-Z0-9_+-]+")) {
                meanings.put(parts[0], parts[parts.length - 1]);
            }
        }
        return meanings;
    }

    private static Map<String, Object> words(Words words) {
        return Map.of("zh", words.zh(), "en", words.en());
    }

    /** The trial price of P04 (R127). */
    static Map<String, Object> trialPrice() {
        return Map.of(
                "fen",
                LuanLinks.P04_FEN,
                "meter",
                "SERVICE_COUNT",
                "document",
                Papers.document("企业社保缴存能力评估试行收费标准", FILED));
    }

    private static Map<String, Object> product(AnnexProduct product, int no, ProductNeeds needs) {
        Map<String, Object> declaration = new HashMap<>();
        declaration.put("no", no);
        declaration.put("name", product.name());
        declaration.put("industry", product.industry());
        declaration.put("category", product.category().name());
        declaration.put("forms", names(product.forms()));
        declaration.put("subjects", names(needs.subjects()));
        declaration.put("sensitivity", names(needs.sensitivity()));
        declaration.put("needs", needs.needs().stream().map(LuanProducts::need).toList());
        declaration.put("warnings", LuanCatalogue.defects(product.defects()));
        return Map.of("code", product.code().value(), "declaration", declaration);
    }

    private static Map<String, Object> need(Need need) {
        return need.item() == null
                ? Map.of("name", need.name())
                : Map.of("name", need.name(), "item", need.item().value());
    }

    private static List<String> names(List<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toList();
    }
}
