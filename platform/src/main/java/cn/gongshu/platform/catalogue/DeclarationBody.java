package cn.gongshu.platform.catalogue;

import cn.gongshu.kernel.Level;
import cn.gongshu.platform.catalogue.Declaration.Column;
import cn.gongshu.platform.catalogue.Declaration.Defect;
import cn.gongshu.platform.catalogue.Declaration.Interest;
import cn.gongshu.platform.catalogue.Declaration.Join;
import cn.gongshu.platform.catalogue.Declaration.QualityRule;
import cn.gongshu.platform.catalogue.Declaration.SubjectKey;
import cn.gongshu.platform.http.Required;
import cn.gongshu.platform.http.Words;
import cn.gongshu.regulation.ProtectedInterest;
import cn.gongshu.regulation.UpdateFrequency;
import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A {@link Declaration} as a request brings it. */
record DeclarationBody(
        @Nullable String name,
        @Nullable String sourceText,
        @Nullable String collectionState,
        @Nullable String updateFrequency,
        @Nullable String duplicateOf,
        @Nullable List<@Nullable DefectBody> defects,
        Words.@Nullable Body meaning,
        Words.@Nullable Body legalBasis,
        @Nullable List<@Nullable SubjectBody> subjects,
        @Nullable List<@Nullable ColumnBody> columns,
        @Nullable List<@Nullable JoinBody> joins,
        @Nullable List<@Nullable InterestBody> interests,
        @Nullable List<@Nullable QualityBody> qualityPromise) {

    private static final int LIMIT = 1000;
    private static final int TEXT = 1000;
    private static final int FULL_SHARE = 10_000;
    private static final Pattern COLUMN = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    Declaration read(String place) {
        Declaration read = new Declaration(
                Required.text(place + ".name", name, 200),
                sourceText == null ? null : Required.text(place + ".sourceText", sourceText, TEXT),
                Required.one(CollectionState.class, place + ".collectionState", collectionState),
                updateFrequency == null
                        ? null
                        : Required.one(UpdateFrequency.class, place + ".updateFrequency", updateFrequency),
                duplicateOf == null ? null : Required.id(place + ".duplicateOf", duplicateOf),
                Required.each(place + ".defects", defects, LIMIT, (at, body) -> body.read(at)),
                meaning == null ? null : meaning.read(place + ".meaning", TEXT),
                legalBasis == null ? null : legalBasis.read(place + ".legalBasis", TEXT),
                Required.each(place + ".subjects", subjects, LIMIT, (at, body) -> body.read(at)),
                Required.each(place + ".columns", columns, LIMIT, (at, body) -> body.read(at)),
                Required.each(place + ".joins", joins, LIMIT, (at, body) -> body.read(at)),
                Required.each(place + ".interests", interests, LIMIT, (at, body) -> body.read(at)),
                Required.each(place + ".qualityPromise", qualityPromise, LIMIT, (at, body) -> body.read(at)));
        agrees(place, read);
        return read;
    }

    /** Codes stand once, and keys and joins name columns that are there. */
    private static void agrees(String place, Declaration read) {
        distinct(place + ".columns", read.columns().stream().map(Column::code));
        distinct(
                place + ".interests",
                read.interests().stream().map(each -> each.interest().name()));
        Set<String> columns = read.columns().stream().map(Column::code).collect(Collectors.toSet());
        boolean named = Stream.concat(
                        read.subjects().stream().map(SubjectKey::column),
                        read.joins().stream().map(Join::column))
                .allMatch(columns::contains);
        if (!named) {
            throw Required.invalid(place, "主体键与关联键须为已列信息项", "keys and joins must name listed columns");
        }
    }

    static void distinct(String field, Stream<String> codes) {
        Set<String> seen = new HashSet<>();
        codes.filter(code -> !seen.add(code)).findFirst().ifPresent(twice -> {
            throw Required.invalid(field, twice + " 出现两次", twice + " occurs twice");
        });
    }

    static int whole(String field, @Nullable Integer value, int least, int most) {
        int number = Required.value(field, value);
        if (number < least || number > most) {
            throw Required.invalid(
                    field, "须为 " + least + " 到 " + most + " 之间的整数", "a whole number from " + least + " to " + most);
        }
        return number;
    }

    private static String column(String field, @Nullable String code) {
        String read = Required.text(field, code, 63);
        if (!COLUMN.matcher(read).matches()) {
            throw Required.invalid(field, "小写字母、数字与下划线，字母开头", "lower-case letters, digits, underscores");
        }
        return read;
    }

    record DefectBody(
            @Nullable String id,
            @Nullable String zh,
            @Nullable String en) {
        Defect read(String place) {
            return new Defect(
                    Required.id(place + ".id", id),
                    Required.text(place + ".zh", zh, TEXT),
                    Required.text(place + ".en", en, TEXT));
        }
    }

    record SubjectBody(@Nullable String kind, @Nullable String column) {
        SubjectKey read(String place) {
            return new SubjectKey(
                    Required.one(SubjectKind.class, place + ".kind", kind),
                    DeclarationBody.column(place + ".column", column));
        }
    }

    record ColumnBody(
            @Nullable String code,
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable String type,
            @Nullable String level,
            @Nullable String control,
            @Nullable Boolean required,
            @Nullable String note,
            @Nullable String noteEn) {
        Column read(String place) {
            return new Column(
                    DeclarationBody.column(place + ".code", code),
                    Required.text(place + ".name", name, 100),
                    Required.text(place + ".nameEn", nameEn, 200),
                    Required.one(ColumnType.class, place + ".type", type),
                    level == null ? null : Required.one(Level.class, place + ".level", level),
                    Required.one(ColumnControl.class, place + ".control", control),
                    Required.value(place + ".required", required),
                    note == null ? null : Required.text(place + ".note", note, TEXT),
                    noteEn == null ? null : Required.text(place + ".noteEn", noteEn, TEXT));
        }
    }

    record JoinBody(
            @Nullable String column,
            @Nullable String toItem,
            @Nullable String toColumn) {
        Join read(String place) {
            return new Join(
                    DeclarationBody.column(place + ".column", column),
                    Required.id(place + ".toItem", toItem),
                    DeclarationBody.column(place + ".toColumn", toColumn));
        }
    }

    record InterestBody(
            @Nullable String interest,
            @Nullable Boolean present,
            @Nullable String zh,
            @Nullable String en) {
        Interest read(String place) {
            return new Interest(
                    Required.one(ProtectedInterest.class, place + ".interest", interest),
                    Required.value(place + ".present", present),
                    Required.text(place + ".zh", zh, TEXT),
                    Required.text(place + ".en", en, TEXT));
        }
    }

    record QualityBody(
            @Nullable String dimension,
            @Nullable Integer threshold,
            @Nullable String zh,
            @Nullable String en) {
        QualityRule read(String place) {
            return new QualityRule(
                    Required.one(QualityDimension.class, place + ".dimension", dimension),
                    whole(place + ".threshold", threshold, 0, FULL_SHARE),
                    Required.text(place + ".zh", zh, TEXT),
                    Required.text(place + ".en", en, TEXT));
        }
    }
}
