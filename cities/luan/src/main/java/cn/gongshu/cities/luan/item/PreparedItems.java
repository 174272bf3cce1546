package cn.gongshu.cities.luan.item;

import cn.gongshu.cities.luan.Words;
import cn.gongshu.cities.luan.annex.AnnexLine;
import cn.gongshu.cities.luan.annex.AnnexOne;
import cn.gongshu.cities.luan.sheet.Sheet;
import cn.gongshu.kernel.ColumnRef;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Level;
import cn.gongshu.regulation.ItemDeclaration;
import cn.gongshu.regulation.ProtectedInterest;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The items of the first publication batch: those of annex 1 that have columns. The other lines stay registered. */
public record PreparedItems(List<PreparedItem> items) {

    public PreparedItems {
        items = List.copyOf(items);
    }

    public static PreparedItems load(AnnexOne annex) {
        return new PreparedItems(Sheet.read("data/items.tsv").rows().stream()
                .map(row -> item(row, annex))
                .toList());
    }

    public Optional<PreparedItem> item(ItemId id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /** What is declared about a line so far: everything for a prepared item, the frequency alone for any other. */
    public ItemDeclaration declaration(AnnexLine line) {
        return item(line.id())
                .map(PreparedItem::declaration)
                .orElseGet(() -> new ItemDeclaration(
                        line.id(), List.of(), ItemDeclaration.Subjects.NONE, Map.of(), line.frequency(), null, null));
    }

    private static PreparedItem item(Sheet.Row row, AnnexOne annex) {
        ItemId id = new ItemId(row.text("item"));
        AnnexLine line =
                annex.line(id).orElseThrow(() -> new Fault(ErrorCode.INTERNAL, row.place() + ": annex 1 has no " + id));
        return new PreparedItem(
                id,
                line.name(),
                line.frequency(),
                row.words(),
                row.list("subjects").stream().map(PreparedItems::subject).toList(),
                rowsOf("data/item-columns.tsv", "item", id).stream()
                        .map(PreparedItems::column)
                        .toList(),
                rowsOf("data/item-joins.tsv", "from_item", id).stream()
                        .map(PreparedItems::join)
                        .toList(),
                rowsOf("data/item-interests.tsv", "item", id).stream()
                        .map(each -> new InterestAnswer(
                                each.one(ProtectedInterest.class, "interest"), each.flag("present"), each.words()))
                        .toList(),
                rowsOf("data/item-quality.tsv", "item", id).stream()
                        .map(each -> new QualityRule(
                                each.one(QualityDimension.class, "dimension"), each.whole("threshold"), each.words()))
                        .toList(),
                new Words(row.text("basis_zh"), row.text("basis_en")));
    }

    private static List<Sheet.Row> rowsOf(String sheet, String column, ItemId id) {
        return Sheet.read(sheet).rows().stream()
                .filter(row -> row.text(column).equals(id.value()))
                .toList();
    }

    private static SubjectKey subject(String text) {
        int colon = text.indexOf(':');
        return new SubjectKey(SubjectKind.valueOf(text.substring(0, colon)), text.substring(colon + 1));
    }

    private static ItemColumn column(Sheet.Row row) {
        return new ItemColumn(
                ColumnRef.of(row.text("item"), row.text("column")),
                row.one(ItemColumnType.class, "type"),
                row.one(Level.class, "level"),
                row.one(ColumnControl.class, "control"),
                row.flag("required"),
                row.words(),
                new Words(row.text("note_zh"), row.text("note_en")));
    }

    private static ItemJoin join(Sheet.Row row) {
        return new ItemJoin(
                ColumnRef.of(row.text("from_item"), row.text("from_column")),
                ColumnRef.of(row.text("to_item"), row.text("to_column")));
    }
}
