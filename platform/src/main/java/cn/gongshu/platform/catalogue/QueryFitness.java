package cn.gongshu.platform.catalogue;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.platform.catalogue.Declaration.Join;
import cn.gongshu.platform.catalogue.Declaration.SubjectKey;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Whether an item, once published, can stand as a table of governed queries; else it would hide itself from them. */
final class QueryFitness {

    private static final Pattern TABLE = Pattern.compile("(?!gs_)[A-Za-z][A-Za-z0-9_]{0,62}");

    private QueryFitness() {}

    /** Why it cannot, naming the item. {@code known} finds another item of the catalogue. */
    static Optional<Refusal> refusal(CatalogueItem item, Function<String, Optional<CatalogueItem>> known) {
        String id = item.id().value();
        Declaration declared = item.declaration();
        if (!TABLE.matcher(id.replace('-', '_')).matches()) {
            return Optional.of(refused(id, "id", "编号须能作表名", "an id that can name a table"));
        }
        for (SubjectKey subject : declared.subjects()) {
            boolean text = declared.columns().stream()
                    .anyMatch(column -> column.code().equals(subject.column()) && column.type() == ColumnType.TEXT);
            if (!text) {
                return Optional.of(refused(id, subject.column(), "主体键须为文本列", "a subject key is a text column"));
            }
        }
        for (Join join : declared.joins()) {
            boolean there = known.apply(join.toItem())
                    .filter(other -> has(other, join.toColumn()))
                    .isPresent();
            if (!there) {
                return Optional.of(refused(
                        id,
                        join.column(),
                        "目录中没有 " + join.toItem() + "." + join.toColumn(),
                        "the catalogue has no " + join.toItem() + "." + join.toColumn()));
            }
        }
        return Optional.empty();
    }

    private static boolean has(CatalogueItem item, String column) {
        return item.declaration().columns().stream()
                .anyMatch(each -> each.code().equals(column));
    }

    private static Refusal refused(String item, String field, String zh, String en) {
        return Refusal.of(ErrorCode.FIELD_INVALID, Map.of("field", item + "." + field, "rule", zh, "rule@en", en))
                .under("R072");
    }
}
