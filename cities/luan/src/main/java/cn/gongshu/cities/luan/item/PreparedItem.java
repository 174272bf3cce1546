package cn.gongshu.cities.luan.item;

import cn.gongshu.cities.luan.Words;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Level;
import cn.gongshu.regulation.ItemDeclaration;
import cn.gongshu.regulation.UpdateFrequency;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A catalogue item that has all it takes to be published.
 *
 * @param meaning what one row is
 * @param subjects whom rows are about; the first is the one a floor counts
 * @param columns in the order of its table
 * @param joins declared joins from this item
 * @param interests all five, answered
 * @param qualityPromise at least the three mandatory dimensions
 * @param legalBasis why the provider holds it and on what ground it may be given on (I02)
 */
public record PreparedItem(
        ItemId id,
        String name,
        UpdateFrequency frequency,
        Words meaning,
        List<SubjectKey> subjects,
        List<ItemColumn> columns,
        List<ItemJoin> joins,
        List<InterestAnswer> interests,
        List<QualityRule> qualityPromise,
        Words legalBasis) {

    public PreparedItem {
        subjects = List.copyOf(subjects);
        columns = List.copyOf(columns);
        joins = List.copyOf(joins);
        interests = List.copyOf(interests);
        qualityPromise = List.copyOf(qualityPromise);
    }

    /** Its name in SQL: {@code C07-01} is {@code C07_01}. */
    public String table() {
        return id.value().replace('-', '_');
    }

    /** The strictest level of its columns (I05). */
    public Level level() {
        return columns.stream().map(ItemColumn::level).reduce(Level.L1, Level::strictest);
    }

    public Optional<ItemColumn> column(String code) {
        return columns.stream().filter(column -> column.code().equals(code)).findFirst();
    }

    /** The same as the rules of publication read it. */
    public ItemDeclaration declaration() {
        return new ItemDeclaration(
                id,
                columns.stream().map(ItemColumn::code).toList(),
                new ItemDeclaration.Subjects(
                        subjects.stream().map(SubjectKey::column).toList(),
                        columns.stream()
                                .filter(column -> column.control() == ColumnControl.SUBJECT_KEY)
                                .map(ItemColumn::code)
                                .toList()),
                interests.stream().collect(Collectors.toMap(InterestAnswer::interest, InterestAnswer::present)),
                frequency,
                qualityPromise.stream().map(rule -> rule.rule().zh()).collect(Collectors.joining("；")),
                level());
    }
}
