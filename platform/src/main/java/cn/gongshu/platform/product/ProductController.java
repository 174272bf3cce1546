package cn.gongshu.platform.product;

import cn.gongshu.kernel.Money;
import cn.gongshu.platform.access.Officer;
import cn.gongshu.platform.act.Document;
import cn.gongshu.platform.act.Papers;
import cn.gongshu.platform.http.Required;
import cn.gongshu.platform.product.ProductList.Imported;
import cn.gongshu.regulation.MeterKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** The market, the product list, and the papers in a product's file. */
@RestController
@RequestMapping("/api/v1")
class ProductController {

    /** Ten million yuan: beyond it a price is a slip of the pen. */
    private static final long MOST_FEN = 1_000_000_000L;

    private final Market market;
    private final ProductLists lists;
    private final ProductFiles files;
    private final Papers papers;

    ProductController(Market market, ProductLists lists, ProductFiles files, Papers papers) {
        this.papers = papers;
        this.market = market;
        this.lists = lists;
        this.files = files;
    }

    @GetMapping("/products")
    List<ProductView> products() {
        return market.views();
    }

    @GetMapping("/products/{code}")
    ProductPage product(@PathVariable String code) {
        return market.page(code).orThrow();
    }

    @PostMapping("/product-list-imports")
    @ResponseStatus(HttpStatus.CREATED)
    Imported enter(@RequestBody ProductListBody body, @AuthenticationPrincipal Officer by) {
        return lists.enter(body.read(), by).orThrow();
    }

    @PostMapping("/products/{code}/registration-applications")
    @ResponseStatus(HttpStatus.CREATED)
    ProductView applyForRegistration(
            @PathVariable String code, @RequestBody RegistrationBody body, @AuthenticationPrincipal Officer by) {
        String registrar = Required.text("registrar", body.registrar, 200);
        Document document = papers.required(body.document, "R074");
        return files.applyForRegistration(code, registrar, document, by)
                .then(filed -> market.view(code))
                .orThrow();
    }

    @PostMapping("/products/{code}/legal-gates")
    @ResponseStatus(HttpStatus.CREATED)
    ProductView fileLegalGate(
            @PathVariable String code, @RequestBody LegalGateBody body, @AuthenticationPrincipal Officer by) {
        boolean licenceNeeded = Required.value("licenceNeeded", body.licenceNeeded);
        String opinion = Required.text("opinion", body.opinion, 2000);
        Document document = papers.required(body.document, "Q11");
        return files.fileLegalGate(code, licenceNeeded, opinion, document, by)
                .then(filed -> market.view(code))
                .orThrow();
    }

    @PostMapping("/products/{code}/trial-prices")
    @ResponseStatus(HttpStatus.CREATED)
    ProductView fileTrialPrice(
            @PathVariable String code, @RequestBody TrialPriceBody body, @AuthenticationPrincipal Officer by) {
        Money price = body.price();
        MeterKind meter = Required.one(MeterKind.class, "meter", body.meter);
        Document document = papers.required(body.document, "R127");
        return files.fileTrialPrice(code, price, meter, document, by)
                .then(filed -> market.view(code))
                .orThrow();
    }

    record RegistrationBody(@Nullable String registrar, Document.@Nullable Body document) {}

    record LegalGateBody(
            @Nullable Boolean licenceNeeded, @Nullable String opinion, Document.@Nullable Body document) {}

    record TrialPriceBody(@Nullable Long fen, @Nullable String meter, Document.@Nullable Body document) {
        Money price() {
            long amount = Required.value("fen", fen);
            if (amount < 1 || amount > MOST_FEN) {
                throw Required.invalid("fen", "1 到 " + MOST_FEN + " 分", "from 1 to " + MOST_FEN + " fen");
            }
            return new Money(amount);
        }
    }
}
