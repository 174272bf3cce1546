package cn.gongshu.cities.luan.product;

import cn.gongshu.cities.luan.annex.AnnexOne;
import cn.gongshu.cities.luan.annex.AnnexTwo;
import cn.gongshu.cities.luan.annex.ProductNeeds;
import cn.gongshu.cities.luan.item.ColumnControl;
import cn.gongshu.cities.luan.item.ItemColumn;
import cn.gongshu.cities.luan.item.ItemJoin;
import cn.gongshu.cities.luan.item.PreparedItem;
import cn.gongshu.cities.luan.item.PreparedItems;
import cn.gongshu.kernel.ColumnRef;
import cn.gongshu.kernel.Fault;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.query.serving.LookupShape;
import cn.gongshu.regulation.ProductCategory;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProductDefinitionTest {

    private static final AnnexOne ANNEX = AnnexOne.load();
    private static final PreparedItems ITEMS = PreparedItems.load(ANNEX);
    private static final List<ProductDefinition> BUILT =
            ProductDefinition.built().stream().map(ProductDefinition::load).toList();

    @Test
    void three_products_are_built_in_the_forms_and_categories_the_annex_gives_them() {
        assertThat(BUILT).extracting(product -> product.code().value()).containsExactly("P04", "P31", "P37");
        AnnexTwo annex = AnnexTwo.load();
        assertThat(BUILT).allSatisfy(product -> {
            var listed = annex.product(product.code()).orElseThrow();
            assertThat(product.name().zh()).isEqualTo(listed.name());
            assertThat(listed.forms()).contains(product.form());
            assertThat(product.price().free()).isEqualTo(listed.category() == ProductCategory.PUBLIC_GOOD);
        });
        assertThatThrownBy(() -> ProductDefinition.load(new ProductCode("P01"))).isInstanceOf(Fault.class);
    }

    @Test
    void R049_a_query_reads_exactly_the_columns_its_product_names() {
        assertThat(BUILT)
                .allSatisfy(product -> assertThat(columnsRead(product.query()))
                        .containsExactlyInAnyOrderElementsOf(product.columns().stream()
                                .map(ProductColumn::ref)
                                .toList()));
    }

    @Test
    void no_product_reads_a_column_that_nothing_may_read() {
        assertThat(BUILT.stream().flatMap(product -> product.columns().stream()))
                .allSatisfy(column -> assertThat(column(column.ref()).control()).isNotEqualTo(ColumnControl.NEVER));
    }

    @Test
    void every_join_is_a_declared_one() {
        Pattern join = Pattern.compile("ON (\\w)\\.(\\w+) = (\\w)\\.(\\w+)");
        for (ProductDefinition product : BUILT) {
            Map<String, ItemId> aliases = aliases(product.query());
            Matcher found = join.matcher(product.query());
            int count = 0;
            while (found.find()) {
                count++;
                ItemId from = aliases.get(found.group(1));
                ItemId to = aliases.get(found.group(3));
                assertThat(from).isNotNull();
                assertThat(to).isNotNull();
                ItemJoin used = new ItemJoin(new ColumnRef(from, found.group(2)), new ColumnRef(to, found.group(4)));
                assertThat(ITEMS.item(from).orElseThrow().joins()).contains(used);
            }
            assertThat(count).isEqualTo(aliases.size() - 1);
        }
    }

    @Test
    void a_built_product_reads_all_items_the_annex_reading_names_and_P04_the_detail_besides() {
        Map<ProductCode, List<ItemId>> needs = new HashMap<>();
        ProductNeeds.load(ANNEX)
                .forEach(each -> needs.put(
                        each.product(),
                        each.needs().stream()
                                .map(ProductNeeds.Need::item)
                                .map(item -> item == null ? new ItemId("none") : item)
                                .toList()));
        for (ProductDefinition product : BUILT) {
            Set<ItemId> beyond = new HashSet<>(product.items());
            assertThat(beyond).containsAll(needs.getOrDefault(product.code(), List.of()));
            beyond.removeAll(needs.getOrDefault(product.code(), List.of()));
            assertThat(beyond)
                    .isEqualTo(product.code().value().equals("P04") ? Set.of(new ItemId("C07-02")) : Set.of());
        }
    }

    @Test
    void an_expression_uses_each_of_its_parameters_and_no_other_and_the_serving_table_takes_it() {
        for (ProductDefinition product : BUILT) {
            AnswerExpression expression = product.expression();
            assertThat(expression == null).isEqualTo(product.shape() == QueryShape.AGGREGATE);
            if (expression == null) {
                continue;
            }
            assertThat(new LookupShape.Answer("answer", expression.text()).expression())
                    .isEqualTo(expression.text());
            Set<String> used = new HashSet<>();
            Matcher found = Pattern.compile("(?<!:):([a-z_]+)").matcher(expression.text());
            while (found.find()) {
                used.add(found.group(1));
            }
            assertThat(used)
                    .containsExactlyInAnyOrderElementsOf(expression.parameters().stream()
                            .map(AnswerParameter::name)
                            .toList());
            assertThat(expression.parameters().stream()
                            .filter(parameter -> parameter.source() == AnswerParameter.Source.INPUT)
                            .map(AnswerParameter::name))
                    .containsExactlyElementsOf(
                            product.inputs().stream().map(ProductInput::name).toList());
        }
    }

    @Test
    void everything_a_user_sees_speaks_both_languages() {
        assertThat(BUILT).allSatisfy(product -> {
            assertThat(List.of(
                            product.name(),
                            product.summary(),
                            product.freshness(),
                            product.legalGate(),
                            product.price().words()))
                    .allSatisfy(words -> {
                        assertThat(words.zh()).isNotBlank();
                        assertThat(words.en()).isNotBlank().doesNotContainPattern("[\\u4e00-\\u9fff]");
                    });
            assertThat(product.answer())
                    .allSatisfy(field -> assertThat(field.words().en()).isNotBlank());
            assertThat(product.columns())
                    .allSatisfy(column -> assertThat(column.why().en()).isNotBlank());
        });
    }

    private static ItemColumn column(ColumnRef ref) {
        PreparedItem item = ITEMS.item(ref.item()).orElseThrow();
        return item.column(ref.column()).orElseThrow();
    }

    private static Map<String, ItemId> aliases(String query) {
        Map<String, ItemId> aliases = new HashMap<>();
        Matcher tables =
                Pattern.compile("(?:FROM|JOIN) (C\\d\\d_\\d\\d) (\\w)\\b").matcher(query);
        while (tables.find()) {
            aliases.put(tables.group(2), new ItemId(tables.group(1).replace('_', '-')));
        }
        return aliases;
    }

    private static Set<ColumnRef> columnsRead(String query) {
        Set<ColumnRef> columns = new HashSet<>();
        aliases(query).forEach((alias, item) -> {
            Matcher read = Pattern.compile("\\b" + alias + "\\.(\\w+)").matcher(query);
            while (read.find()) {
                columns.add(new ColumnRef(item, read.group(1)));
            }
        });
        return columns;
    }
}
