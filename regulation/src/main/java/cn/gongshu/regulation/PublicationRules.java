package cn.gongshu.regulation;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Language;
import cn.gongshu.kernel.Level;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** When a catalogue item may stand in a publication batch, and so be authorised at all. */
public final class PublicationRules {

    private PublicationRules() {}

    /** The item itself, or why it may not be published yet, or never. */
    public static Outcome<ItemDeclaration> mayPublish(ItemDeclaration item) {
        return noStateSecret(item).then(PublicationRules::notCore).then(PublicationRules::complete);
    }

    /** What the item still lacks; empty when it is complete. */
    public static List<Lack> lacks(ItemDeclaration item) {
        return Stream.of(columns(item), interests(item), subjects(item), promises(item))
                .flatMap(List::stream)
                .toList();
    }

    private static Outcome<ItemDeclaration> complete(ItemDeclaration item) {
        List<Lack> lacks = lacks(item);
        if (lacks.isEmpty()) {
            return Outcome.done(item);
        }
        Map<String, String> details = Map.of(
                "item", item.item().value(),
                "lacks", words(lacks, Language.ZH, "、"),
                "lacks@en", words(lacks, Language.EN, ", "));
        return Outcome.refused(
                Refusal.of(ErrorCode.ITEM_LACKS, details).under(lacks.getFirst().clause()));
    }

    private static String words(List<Lack> lacks, Language language, String separator) {
        return lacks.stream().map(lack -> lack.in(language)).collect(Collectors.joining(separator));
    }

    @Clause("Q06")
    private static List<Lack> columns(ItemDeclaration item) {
        return Rules.on("Q06") && item.columns().isEmpty() ? List.of(Lack.COLUMNS) : List.of();
    }

    @Clause("R002")
    private static List<Lack> interests(ItemDeclaration item) {
        boolean decided = item.interests().size() == ProtectedInterest.values().length;
        return Rules.on("R002") && !decided ? List.of(Lack.INTERESTS) : List.of();
    }

    /** Whoever is in the rows is declared: no floor counts and no objection reaches a subject that nobody named. */
    @Clause("R002")
    private static List<Lack> subjects(ItemDeclaration item) {
        boolean persons = Boolean.TRUE.equals(item.interests().get(ProtectedInterest.PERSONAL_INFORMATION));
        boolean missing = persons && item.subjects().declared().isEmpty();
        return Rules.on("R002") && (missing || !item.subjects().agree()) ? List.of(Lack.SUBJECTS) : List.of();
    }

    @Clause("R071")
    private static List<Lack> promises(ItemDeclaration item) {
        if (!Rules.on("R071")) {
            return List.of();
        }
        String quality = item.qualityPromise();
        return Stream.concat(
                        item.frequency() == null ? Stream.of(Lack.FREQUENCY) : Stream.empty(),
                        quality == null || quality.isBlank() ? Stream.of(Lack.QUALITY_PROMISE) : Stream.empty())
                .toList();
    }

    @Clause("R002")
    private static Outcome<ItemDeclaration> noStateSecret(ItemDeclaration item) {
        boolean secret = Boolean.TRUE.equals(item.interests().get(ProtectedInterest.STATE_SECRET));
        return Rules.on("R002") && secret ? never(item, "国家秘密", "a state secret", "R002") : Outcome.done(item);
    }

    @Clause("I06")
    private static Outcome<ItemDeclaration> notCore(ItemDeclaration item) {
        boolean core = item.level() == Level.CORE;
        return Rules.on("I06") && core ? never(item, "核心数据", "core data", "I06") : Outcome.done(item);
    }

    private static Outcome<ItemDeclaration> never(ItemDeclaration item, String zh, String en, String clause) {
        Map<String, String> details = Map.of("item", item.item().value(), "what", zh, "what@en", en);
        return Outcome.refused(
                Refusal.of(ErrorCode.ITEM_NEVER_AUTHORISED, details).under(clause));
    }
}
