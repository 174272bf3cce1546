package cn.gongshu.platform.catalogue;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Language;
import cn.gongshu.kernel.Level;
import cn.gongshu.platform.http.Words;
import cn.gongshu.regulation.ItemDeclaration;
import cn.gongshu.regulation.Lack;
import cn.gongshu.regulation.LevelRules;
import cn.gongshu.regulation.ProtectedInterest;
import cn.gongshu.regulation.PublicationRules;
import cn.gongshu.regulation.UpdateFrequency;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One version of what is declared about a catalogue item; what is not declared is absent.
 *
 * @param sourceText the annex's own wording, or null
 * @param duplicateOf the earlier item with the same name, or null; duplicates are flagged, never merged (R011)
 * @param defects what is doubtful about it (Q01 …)
 * @param meaning what one row is
 * @param legalBasis why the provider holds it and on what ground it may be given on (I02)
 * @param subjects whom rows are about; the first is the one a floor counts
 * @param joins declared joins, each of many rows to at most one
 */
record Declaration(
        String name,
        @Nullable String sourceText,
        CollectionState collectionState,
        @Nullable UpdateFrequency updateFrequency,
        @Nullable String duplicateOf,
        List<Defect> defects,
        @Nullable Words meaning,
        @Nullable Words legalBasis,
        List<SubjectKey> subjects,
        List<Column> columns,
        List<Join> joins,
        List<Interest> interests,
        List<QualityRule> qualityPromise) {

    Declaration {
        defects = List.copyOf(defects);
        subjects = List.copyOf(subjects);
        columns = List.copyOf(columns);
        joins = List.copyOf(joins);
        interests = List.copyOf(interests);
        qualityPromise = List.copyOf(qualityPromise);
    }

    /** The level its columns give it (I05), or null while none is declared. */
    @Nullable
    Level strictestColumn() {
        return columns.isEmpty()
                ? null
                : LevelRules.strictest(columns.stream().map(Column::level).toList());
    }

    /** The declaration as the rules of publication read it. */
    ItemDeclaration asRuled(ItemId item, @Nullable Level inForce) {
        return new ItemDeclaration(
                item,
                columns.stream().map(Column::code).toList(),
                new ItemDeclaration.Subjects(
                        subjects.stream().map(SubjectKey::column).toList(),
                        columns.stream()
                                .filter(column -> column.control() == ColumnControl.SUBJECT_KEY)
                                .map(Column::code)
                                .toList()),
                interests.stream().collect(Collectors.toMap(Interest::interest, Interest::present)),
                updateFrequency,
                promise(Language.ZH),
                inForce);
    }

    List<Lack> lacks(ItemId item) {
        return PublicationRules.lacks(asRuled(item, strictestColumn()));
    }

    /** Whether rows are about persons: one is a subject, or the flags say personal information. */
    boolean aboutPersons() {
        return subjects.stream().anyMatch(subject -> subject.kind() == SubjectKind.PERSON)
                || interests.stream()
                        .anyMatch(each -> each.interest() == ProtectedInterest.PERSONAL_INFORMATION && each.present());
    }

    boolean allInterestsDecided() {
        return interests.size() == ProtectedInterest.values().length;
    }

    /** The quality promise as one sentence per rule, or null where none is given. */
    @Nullable
    String promise(Language language) {
        String separator = language == Language.ZH ? "；" : "; ";
        return qualityPromise.isEmpty()
                ? null
                : qualityPromise.stream().map(rule -> rule.in(language)).collect(Collectors.joining(separator));
    }

    /** A defect or doubt about the paper. */
    record Defect(String id, String zh, String en) {}

    /** A column that names a data subject. */
    record SubjectKey(SubjectKind kind, String column) {}

    /** A column; {@code level} null is counted as the highest (I05). */
    record Column(
            String code,
            String name,
            String nameEn,
            ColumnType type,
            @Nullable Level level,
            ColumnControl control,
            boolean required,
            @Nullable String note,
            @Nullable String noteEn) {}

    /** A declared join of {@code column} to a column of another item. */
    record Join(String column, String toItem, String toColumn) {}

    /** Whether the item touches a protected interest, with the reason (R002). */
    record Interest(ProtectedInterest interest, boolean present, String zh, String en) {}

    /**
     * One rule of the quality promise.
     *
     * @param threshold least share of rows that keep it, in hundredths of a percent: 9990 is 99.90 %
     */
    record QualityRule(QualityDimension dimension, int threshold, String zh, String en) {

        String in(Language language) {
            String share = "%d.%02d%%".formatted(threshold / 100, threshold % 100);
            return language == Language.ZH
                    ? dimension.in(language) + "不低于 " + share + "：" + zh
                    : dimension.in(language) + " at least " + share + ": " + en;
        }
    }
}
