package cn.gongshu.cities.luan.demo;

import cn.gongshu.cities.luan.Words;
import cn.gongshu.cities.luan.annex.AnnexOne;
import cn.gongshu.cities.luan.sheet.Sheet;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Level;
import cn.gongshu.kernel.MandateId;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.kernel.Term;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The values the demo plays its story with.
 *
 * @param parties those of the story, then the data providers of annex 1
 * @param accounts at least one for each role but data subjects
 * @param links parents before children
 */
public record DemoScript(List<DemoParty> parties, List<DemoAccount> accounts, List<DemoLink> links) {

    public DemoScript {
        parties = List.copyOf(parties);
        accounts = List.copyOf(accounts);
        links = List.copyOf(links);
    }

    public static DemoScript load(AnnexOne annex) {
        Stream<DemoParty> own = Sheet.read("data/demo-parties.tsv").rows().stream()
                .map(row -> new DemoParty(new PartyId(row.text("id")), row.text("role"), row.words()));
        Stream<DemoParty> providers =
                annex.providers().stream().map(each -> new DemoParty(each.id(), "PROVIDER", each.name()));
        List<DemoAccount> accounts = Sheet.read("data/demo-accounts.tsv").rows().stream()
                .map(row -> new DemoAccount(
                        row.text("user"), row.text("zh"), new PartyId(row.text("party")), row.text("role")))
                .toList();
        List<Sheet.Row> scopes = Sheet.read("data/demo-scopes.tsv").rows();
        List<DemoLink> links = Sheet.read("data/demo-links.tsv").rows().stream()
                .map(row -> link(row, scopes))
                .toList();
        return new DemoScript(Stream.concat(own, providers).toList(), accounts, links);
    }

    /** The link with that id; a fault when the story has none. */
    public DemoLink link(String id) {
        return links.stream()
                .filter(link -> link.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new Fault(ErrorCode.INTERNAL, "the story has no link " + id));
    }

    private static DemoLink link(Sheet.Row row, List<Sheet.Row> scopes) {
        String parent = row.text("parent");
        String product = row.text("product");
        return new DemoLink(
                new MandateId(row.text("id")),
                row.text("kind"),
                parent.isEmpty() ? null : new MandateId(parent),
                product.isEmpty() ? null : new ProductCode(product),
                new PartyId(row.text("grantor")),
                new PartyId(row.text("grantee")),
                new Words(row.text("title_zh"), row.text("title_en")),
                Term.throughLastDay(date(row, "from"), date(row, "last_day")),
                quota(row),
                scope(row, scopes),
                new DemoPaper(row.text("document_title"), row.text("document_number"), date(row, "document_date")));
    }

    private static DemoScope scope(Sheet.Row row, List<Sheet.Row> scopes) {
        return new DemoScope(
                scopes.stream()
                        .filter(each -> each.text("link").equals(row.text("id")))
                        .map(each -> new DemoScope.Item(
                                new ItemId(each.text("item")), each.one(Level.class, "maximum"), each.list("columns")))
                        .toList(),
                row.list("purposes"),
                row.list("forms"),
                row.list("recipients"),
                row.whole("floor"));
    }

    private static @Nullable Long quota(Sheet.Row row) {
        return row.text("quota").isEmpty() ? null : Long.valueOf(row.whole("quota"));
    }

    private static LocalDate date(Sheet.Row row, String column) {
        return LocalDate.parse(row.text(column));
    }
}
