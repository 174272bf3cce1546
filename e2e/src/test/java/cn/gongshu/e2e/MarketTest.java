package cn.gongshu.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import java.util.Map;
import java.util.regex.Pattern;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

@Told
class MarketTest {

    private static final String OFFICER = "operator-xu";

    @InBothLanguages
    void forty_products_are_16_ready_19_partial_4_waiting_and_1_blocked(Language language, Visits visits) {
        Visit visit = visits.of(OFFICER, language).at("/products");
        Page page = visit.page();
        assertThat(page.locator(".ant-table-row")).hasCount(40);
        assertThat(page.locator(".lede"))
                .containsText(visit.say(
                        "产品清单 40 个：16 个料齐，19 个料不全，4 个全待归集，1 个缺源",
                        "40 products on the list: 16 ready, 19 partial, 4 wait for collection, 1 blocked"));
        Map.of("READY", 16, "PARTIAL", 19, "WAITS", 4, "BLOCKED", 1).forEach((readiness, count) -> {
            page.locator(".lede a[href$='readiness=" + readiness + "']").click();
            assertThat(page.locator(".ant-table-row")).hasCount(count);
        });
    }

    @InBothLanguages
    void what_blocks_a_product_is_named_and_opens_to_the_item(Language language, Visits visits) {
        Visit visit = visits.of(OFFICER, language).at("/products?readiness=BLOCKED");
        Page page = visit.page();
        assertThat(page.locator(".ant-table-row")).hasCount(1);
        assertThat(page.locator(".ant-table-row")).containsText(visit.say("附件一中没有：", "Not in annex 1:"));
        visit.at("/products?readiness=WAITS");
        Locator waits = page.locator(".ant-table-row").first();
        assertThat(waits).containsText(visit.say("待归集：", "To be collected:"));
        waits.locator("a[href*='item=']").first().click();
        assertThat(page.locator(".side-body")).containsText(visit.say("待归集", "To be collected"));
    }

    @InBothLanguages
    void a_row_opens_to_its_product_and_the_way_back_keeps_the_filter(Language language, Visits visits) {
        Visit visit = visits.of(OFFICER, language).at("/products?state=LIVE");
        Page page = visit.page();
        assertThat(page.locator(".ant-table-row")).hasCount(3);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("P04"))
                .click();
        assertThat(page).hasURL(Pattern.compile("/products/P04$"));
        assertThat(page.locator("h1")).containsText("P04");
        page.goBack();
        assertThat(page.locator(".ant-table-row")).hasCount(3);
    }
}
