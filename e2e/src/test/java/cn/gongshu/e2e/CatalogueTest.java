package cn.gongshu.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import java.util.regex.Pattern;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

@Told
class CatalogueTest {

    private static final String OFFICER = "bureau-lin";

    @InBothLanguages
    void the_filter_of_what_is_to_be_collected_leaves_32_of_102_items(Language language, Visits visits) {
        Visit visit = visits.of(OFFICER, language).at("/catalogue");
        Page page = visit.page();
        assertThat(page.locator(".ant-table-row")).hasCount(102);
        Locator waiting = facet(visit, "待归集", "To be collected");
        waiting.click();
        assertThat(waiting).isChecked();
        assertThat(page.locator(".register-state")).containsText(visit.say("显示 32 / 102", "Showing 32 of 102"));
        assertThat(page.locator(".ant-table-row")).hasCount(32);
        assertThat(visit.button("导出当前 32 行", "Export these 32 rows")).isVisible();
        visit.button("清除筛选", "Clear").click();
        assertThat(page.locator(".ant-table-row")).hasCount(102);
    }

    @InBothLanguages
    void an_items_drawer_says_where_its_rows_are_stored(Language language, Visits visits) {
        Visit visit = visits.of(OFFICER, language).at("/catalogue");
        Page page = visit.page();
        row(page, "C07-01").locator("td").nth(1).click();
        assertThat(page).hasURL(Pattern.compile("item=C07-01"));
        Locator drawer = page.locator(".side-body");
        assertThat(fact(drawer, visit.say("存放", "Stored"))).containsText(visit.say("行 ·", "rows ·"));
        assertThat(fact(drawer, visit.say("快照", "Snapshot"))).hasText(Pattern.compile("\\d{6,}"));
        assertThat(fact(drawer, visit.say("最近装载", "Last load"))).not().isEmpty();
        visit.button("关闭", "Close").click();
        assertThat(drawer).isHidden();
    }

    @InBothLanguages
    void an_item_that_is_not_in_the_lake_says_so_and_what_it_lacks(Language language, Visits visits) {
        Visit visit = visits.of(OFFICER, language).at("/catalogue?state=TO_BE_COLLECTED");
        Page page = visit.page();
        page.locator(".ant-table-row a").first().click();
        Locator drawer = page.locator(".side-body");
        assertThat(drawer).containsText(visit.say("尚未绑定到湖中的表", "Not bound to a lake table"));
        assertThat(drawer).containsText(visit.say("还缺什么", "What it lacks"));
    }

    @InBothLanguages
    void the_slash_key_finds_an_item_from_anywhere(Language language, Visits visits) {
        Visit visit = visits.of(OFFICER, language).at("/products");
        Page page = visit.page();
        assertThat(page.locator(".ant-table-row").first()).isVisible();
        page.keyboard().press("/");
        page.keyboard().type("C05-01");
        assertThat(page.getByRole(AriaRole.OPTION)).hasCount(1);
        page.keyboard().press("Enter");
        assertThat(page.locator(".side-title")).containsText("C05-01");
    }

    private static Locator facet(Visit visit, String zh, String en) {
        return visit.page().getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(visit.say(zh, en)));
    }

    private static Locator row(Page page, String id) {
        return page.locator(".ant-table-row[data-row-key='" + id + "']");
    }

    private static Locator fact(Locator drawer, String name) {
        return drawer.locator("dt:text-is('" + name + "') + dd");
    }
}
