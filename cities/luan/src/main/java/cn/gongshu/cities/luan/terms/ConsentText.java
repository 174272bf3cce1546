package cn.gongshu.cities.luan.terms;

import cn.gongshu.cities.luan.Words;
import cn.gongshu.cities.luan.item.SubjectKind;
import cn.gongshu.cities.luan.sheet.Sheet;
import cn.gongshu.kernel.ProductCode;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A text that a data subject agrees to, in one version (I01).
 *
 * @param code the text, whatever its version
 * @param version a changed text is a new version; a consent names the one it was given to
 * @param kind who agrees
 * @param words with the placeholders {@code {recipient}} and {@code {until}}; paragraphs apart by line breaks
 */
public record ConsentText(
        String code,
        String version,
        LocalDate effectiveFrom,
        SubjectKind kind,
        ProductCode product,
        String purpose,
        Words words) {

    /** All versions of all texts. */
    public static List<ConsentText> load() {
        return Sheet.read("data/consent-texts.tsv").rows().stream()
                .map(row -> new ConsentText(
                        row.text("text"),
                        row.text("version"),
                        LocalDate.parse(row.text("effective_from")),
                        row.one(SubjectKind.class, "kind"),
                        new ProductCode(row.text("product")),
                        row.text("purpose"),
                        row.words()))
                .toList();
    }

    /** The version of a product's text in force on a legal date. */
    public static Optional<ConsentText> inForce(ProductCode product, LocalDate date) {
        return load().stream()
                .filter(text -> text.product.equals(product) && !text.effectiveFrom.isAfter(date))
                .reduce((earlier, later) -> later.effectiveFrom.isAfter(earlier.effectiveFrom) ? later : earlier);
    }
}
