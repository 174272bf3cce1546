package cn.gongshu.cities.luan.item;

import cn.gongshu.cities.luan.annex.AnnexLine;
import cn.gongshu.cities.luan.annex.AnnexOne;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Level;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.regulation.Lack;
import cn.gongshu.regulation.ProtectedInterest;
import cn.gongshu.regulation.PublicationRules;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class PreparedItemsTest {

    private final AnnexOne annex = AnnexOne.load();
    private final PreparedItems prepared = PreparedItems.load(annex);

    @Test
    void six_items_are_prepared_all_of_them_collected_and_none_in_doubt_beyond_its_line_break() {
        assertThat(prepared.items())
                .extracting(item -> item.id().value())
                .containsExactly("C05-01", "C07-01", "C07-02", "C13-01", "C13-04", "C14-01");
        assertThat(prepared.items())
                .allMatch(item -> !annex.line(item.id()).orElseThrow().toBeCollected());
    }

    @Test
    void R002_every_item_answers_all_five_interests_and_holds_no_state_secret() {
        assertThat(prepared.items()).allSatisfy(item -> {
            assertThat(item.interests())
                    .extracting(InterestAnswer::interest)
                    .containsExactly(ProtectedInterest.values());
            assertThat(item.interests().getFirst().present()).isFalse();
            assertThat(item.interests())
                    .allSatisfy(answer -> assertThat(answer.reason().en()).isNotBlank());
        });
    }

    @Test
    void R088_every_item_promises_accuracy_completeness_and_consistency() {
        assertThat(prepared.items()).allSatisfy(item -> {
            assertThat(item.qualityPromise())
                    .extracting(QualityRule::dimension)
                    .containsAll(EnumSet.range(QualityDimension.ACCURACY, QualityDimension.CONSISTENCY));
            assertThat(item.qualityPromise()).allMatch(rule -> rule.threshold() > 0 && rule.threshold() <= 10_000);
        });
    }

    @Test
    void I05_an_items_level_is_the_strictest_of_its_columns() {
        assertThat(prepared.items())
                .extracting(PreparedItem::level)
                .containsExactly(Level.L3, Level.L3, Level.L3, Level.L3, Level.L4, Level.L3);
    }

    @Test
    void subject_keys_are_columns_under_that_control_and_names_leave_never() {
        assertThat(prepared.items()).allSatisfy(item -> {
            List<String> keys = item.columns().stream()
                    .filter(column -> column.control() == ColumnControl.SUBJECT_KEY)
                    .map(ItemColumn::code)
                    .toList();
            assertThat(item.subjects()).extracting(SubjectKey::column).containsExactlyInAnyOrderElementsOf(keys);
            assertThat(item.column(item.subjects().getFirst().column())
                            .orElseThrow()
                            .required())
                    .isTrue();
        });
        assertThat(prepared.items().stream().flatMap(item -> item.columns().stream()))
                .filteredOn(column ->
                        column.code().endsWith("name") && !column.code().equals("firm_name"))
                .hasSize(4)
                .allMatch(column -> column.control() == ColumnControl.NEVER);
    }

    @Test
    void joins_run_between_existing_columns_of_one_type_and_end_at_the_other_items_key() {
        assertThat(prepared.items().stream().flatMap(item -> item.joins().stream()))
                .hasSize(8)
                .allSatisfy(join -> {
                    PreparedItem from = prepared.item(join.from().item()).orElseThrow();
                    PreparedItem to = prepared.item(join.to().item()).orElseThrow();
                    assertThat(from.column(join.from().column()).orElseThrow().type())
                            .isEqualTo(
                                    to.column(join.to().column()).orElseThrow().type());
                    assertThat(to.subjects().getFirst().column())
                            .isEqualTo(join.to().column());
                });
    }

    @Test
    void column_codes_are_lower_snake_case_and_distinct_within_an_item() {
        assertThat(prepared.items())
                .allSatisfy(item -> assertThat(item.columns())
                        .extracting(ItemColumn::code)
                        .doesNotHaveDuplicates()
                        .allMatch(code -> code.matches("[a-z][a-z0-9_]*")));
        assertThat(prepared.item(new ItemId("C07-01")).orElseThrow().table()).isEqualTo("C07_01");
    }

    @Test
    void R072_the_six_may_be_published_and_the_other_96_lines_say_what_they_lack() {
        assertThat(prepared.items())
                .allSatisfy(item -> assertThat(PublicationRules.mayPublish(item.declaration()))
                        .isInstanceOf(Outcome.Done.class));
        List<AnnexLine> others = annex.lines().stream()
                .filter(line -> prepared.item(line.id()).isEmpty())
                .toList();
        assertThat(others)
                .hasSize(96)
                .allSatisfy(line -> assertThat(PublicationRules.lacks(prepared.declaration(line)))
                        .containsExactly(Lack.COLUMNS, Lack.INTERESTS, Lack.QUALITY_PROMISE));
    }

    @Test
    void every_enum_of_the_tables_is_used_so_that_none_is_there_for_show() {
        assertThat(prepared.items().stream()
                        .flatMap(item -> item.columns().stream())
                        .map(ItemColumn::control))
                .containsAll(Arrays.asList(ColumnControl.values()));
        assertThat(prepared.items().stream()
                        .flatMap(item -> item.columns().stream())
                        .map(ItemColumn::type))
                .containsAll(Arrays.asList(ItemColumnType.values()));
    }
}
