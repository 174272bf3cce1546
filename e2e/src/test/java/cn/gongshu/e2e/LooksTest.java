package cn.gongshu.e2e;

import com.microsoft.playwright.Locator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Every page, on both screens and in both languages: reachable by everyone, whole, in one language, kept as a picture. */
@Told
class LooksTest {

    private static final String OFFICER = "bureau-zhou";

    @InBothLanguages
    void sign_in(Language language, Visits visits) {
        Visit visit = visits.stranger(language).at("/sign-in");
        assertThat(visit.page().locator("footer")).containsText(visit.say("检查点", "Checkpoint"));
        Looks.demand(visit, "sign-in");
    }

    @InBothLanguages
    void home(Language language, Visits visits) {
        Visit visit = visits.of(OFFICER, language).at("/");
        settled(visit, ".latest td", ".chain-box");
        Looks.demand(visit, "home");
    }

    @InBothLanguages
    void entries_behind_a_count(Language language, Visits visits) {
        Visit visit = visits.of(OFFICER, language).at("/?rows=all");
        settled(visit, ".side .ant-table-row", ".chain-box");
        Looks.demand(visit, "entries");
    }

    @InBothLanguages
    void facts_of_a_link(Language language, Visits visits) {
        Visit visit = visits.of(OFFICER, language).at("/?link=operating-2026");
        settled(visit, ".side-body .facts", ".chain-box");
        Looks.demand(visit, "mandate");
    }

    @InBothLanguages
    void suspension_dialog(Language language, Visits visits) {
        Visit visit = visits.of(OFFICER, language).at("/?link=operating-2026");
        visit.button("暂停授权", "Suspend mandate").click();
        settled(visit, ".reach li");
        Looks.demand(visit, "suspension");
    }

    @InBothLanguages
    void catalogue(Language language, Visits visits) {
        Visit visit = visits.of(OFFICER, language).at("/catalogue");
        settled(visit, ".ant-table-row");
        Looks.demand(visit, "catalogue");
    }

    @InBothLanguages
    void drawer_of_an_item(Language language, Visits visits) {
        Visit visit = visits.of(OFFICER, language).at("/catalogue?item=C07-01");
        settled(visit, ".ant-table-row", ".side-body .facts");
        Looks.demand(visit, "item");
    }

    @InBothLanguages
    void market(Language language, Visits visits) {
        Visit visit = visits.of(OFFICER, language).at("/products");
        settled(visit, ".ant-table-row");
        Looks.demand(visit, "market");
    }

    @InBothLanguages
    void product(Language language, Visits visits) {
        Console console = Console.of(visits, language);
        settled(console.visit(), ".call-form", ".product-chain li", ".product-columns td");
        Looks.demand(console.visit(), "product");
    }

    @InBothLanguages
    void answer_with_its_receipt_verified(Language language, Visits visits) {
        Console console = Console.of(visits, language);
        console.ask("interrupted");
        console.verify();
        settled(console.visit(), ".verdict li");
        Looks.demand(console.visit(), "answer");
    }

    @InBothLanguages
    void refusal_of_a_call(Language language, Visits visits) {
        Console console = Console.of(visits, language);
        console.visit().noise().announce(403, "POST", Console.DOOR);
        console.ask("silent");
        settled(console.visit(), ".refusal");
        Looks.demand(console.visit(), "refusal");
    }

    @InBothLanguages
    void product_that_is_not_live(Language language, Visits visits) {
        Visit visit = visits.of(OFFICER, language).at("/products/P01");
        settled(visit, ".product-columns td");
        Looks.demand(visit, "product-listed");
    }

    @InBothLanguages
    void data_set_delivered(Language language, Visits visits) {
        Visit visit = visits.of("health-luo", language).at("/products/P31");
        visit.field("接口密钥", "API key").fill(visits.city().apiKey("sub-health-p31"));
        visit.button("调用产品", "Call the product").click();
        settled(visit, ".answer-file");
        Looks.demand(visit, "data-set");
    }

    @InBothLanguages
    void home_of_a_citizen(Language language, Visits visits) {
        Visit visit = visits.of("citizen-steady", language).at("/");
        settled(visit, "h1");
        Looks.demand(visit, "home-citizen");
    }

    @InBothLanguages
    void unknown_address(Language language, Visits visits) {
        Visit visit = visits.of(OFFICER, language).at("/nowhere");
        settled(visit, "h1");
        Looks.demand(visit, "unknown");
    }

    /** Waits until each part of the page is there. */
    private static void settled(Visit visit, String... parts) {
        for (String part : parts) {
            Locator first = visit.page().locator(part).first();
            assertThat(first).isVisible();
        }
    }
}
