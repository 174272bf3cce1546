package cn.gongshu.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import tools.jackson.databind.JsonNode;

import java.util.Locale;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@Told
class HomeTest {

    private static final String OFFICER = "bureau-zhou";

    @InBothLanguages
    void the_chain_is_drawn_with_every_link_after_its_parent_and_the_days_it_has_left(
            Language language, Visits visits) {
        Visit visit = visits.of(OFFICER, language).at("/");
        Page page = visit.page();
        assertThat(page.locator(".chain-head span")).hasText(new String[] {
            visit.say("实施方案", "Scheme"),
            visit.say("授权运营协议", "Operating agreement"),
            visit.say("合伙协议", "Partner agreement"),
            visit.say("场景方案", "Scenario"),
            visit.say("实施同意（产品）", "Go-live approval"),
            visit.say("订购", "Subscription")
        });
        JsonNode links = visits.stage().told(OFFICER, "/api/v1/mandates");
        assertThat(page.locator(".chain-box")).hasCount(links.size());
        for (JsonNode link : links) {
            Locator box = box(page, link.path("id").asString());
            assertThat(box).containsText(daysLeft(visit, link));
            assertThat(box).containsText(visit.say("有效", "In force"));
            if (link.path("parent").isString()) {
                BoundingBox parent = box(page, link.path("parent").asString()).boundingBox();
                assertThat(box.boundingBox().x).isGreaterThan(parent.x + parent.width);
            }
        }
    }

    @InBothLanguages
    void each_live_count_opens_to_the_rows_it_counts(Language language, Visits visits) {
        Visit visit = visits.of(OFFICER, language).at("/");
        Page page = visit.page();
        Locator waiting = figure(visit, "条待归集", "items to be collected");
        assertThat(waiting.locator(".figure-value")).hasText("32");
        waiting.click();
        assertThat(page.locator(".register-state")).containsText(visit.say("显示 32 / 102", "Showing 32 of 102"));
        page.goBack();
        Locator live = figure(visit, "个产品已上架", "products live");
        assertThat(live.locator(".figure-value")).hasText("3");
        live.click();
        assertThat(page.locator(".register-state")).containsText(visit.say("显示 3 / 40", "Showing 3 of 40"));
        page.goBack();
        Locator uses = figure(visit, "次今日使用", "uses today");
        assertThat(uses.locator(".figure-value")).not().hasText("—");
        String counted = uses.locator(".figure-value").innerText();
        uses.click();
        assertThat(page.locator(".side .ant-table-row").first()).isVisible();
        assertThat(page.locator(".side-title")).containsText(counted);
    }

    @InBothLanguages
    void a_link_of_the_chain_opens_to_its_facts_and_closes_again(Language language, Visits visits) {
        Visit visit = visits.of(OFFICER, language).at("/");
        Page page = visit.page();
        box(page, "operating-2026").click();
        Locator facts = page.locator(".side-body");
        assertThat(facts).containsText("operating-2026");
        assertThat(facts).containsText(visit.say("用量额度", "Quota"));
        assertThat(facts).containsText(visit.say("已用", "of 10,000,000 used"));
        page.keyboard().press("Escape");
        assertThat(facts).isHidden();
    }

    private static Locator box(Page page, String link) {
        return page.locator(".chain-box a[href$='link=" + link + "']");
    }

    private static Locator figure(Visit visit, String zh, String en) {
        return visit.page().locator(".figure").filter(new Locator.FilterOptions().setHasText(visit.say(zh, en)));
    }

    private static String daysLeft(Visit visit, JsonNode link) {
        String days = String.format(
                Locale.ROOT, "%,d", link.path("term").path("daysLeft").asInt());
        return visit.say("余 " + days + " 天", days + " days left");
    }
}
