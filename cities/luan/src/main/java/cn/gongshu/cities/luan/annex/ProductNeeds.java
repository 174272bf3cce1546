package cn.gongshu.cities.luan.annex;

import cn.gongshu.cities.luan.sheet.Sheet;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.ProductCode;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a product needs (R162): our reading of the annexes, for the offices to correct.
 *
 * @param subjects whom the answer is about; the first is the main one
 * @param needs in the order of the reading: first what annex 1 has, then what it lacks
 */
public record ProductNeeds(
        ProductCode product, List<ProductSubject> subjects, List<Sensitivity> sensitivity, List<Need> needs) {

    public ProductNeeds {
        subjects = List.copyOf(subjects);
        sensitivity = List.copyOf(sensitivity);
        needs = List.copyOf(needs);
    }

    /**
     * One thing a product needs.
     *
     * @param item the line of annex 1 with that name (the first, where it occurs twice), or null where there is none
     */
    public record Need(String name, @Nullable ItemId item) {}

    /** The needs of all 40 products, in order. */
    public static List<ProductNeeds> load(AnnexOne annex) {
        return Sheet.read("data/product-needs.tsv").rows().stream()
                .map(row -> needs(row, annex))
                .toList();
    }

    private static ProductNeeds needs(Sheet.Row row, AnnexOne annex) {
        Stream<Need> present = row.list("items").stream().map(name -> present(row, annex, name));
        Stream<Need> missing = row.list("missing").stream().map(name -> missing(row, annex, name));
        return new ProductNeeds(
                new ProductCode(row.text("product")),
                row.many(ProductSubject.class, "subjects"),
                row.many(Sensitivity.class, "sensitivity"),
                Stream.concat(present, missing).toList());
    }

    private static Need present(Sheet.Row row, AnnexOne annex, String name) {
        return annex.firstNamed(name)
                .map(line -> new Need(name, line.id()))
                .orElseThrow(() -> new Fault(ErrorCode.INTERNAL, row.place() + ": annex 1 has no " + name));
    }

    private static Need missing(Sheet.Row row, AnnexOne annex, String name) {
        if (annex.firstNamed(name).isPresent()) {
            throw new Fault(ErrorCode.INTERNAL, row.place() + ": annex 1 does have " + name);
        }
        return new Need(name, null);
    }
}
