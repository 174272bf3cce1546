package cn.gongshu.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

@Told
class BadStatesTest {

    private static final String OFFICER = "bureau-lin";
    private static final String CATALOGUE = "/api/v1/catalogue-items";

    @InBothLanguages
    void an_unknown_address_gets_a_page_that_says_so_and_a_way_home(Language language, Visits visits) {
        Visit visit = visits.of(OFFICER, language).at("/no/such/place");
        assertThat(visit.heading("没有这个页面", "There is no such page")).isVisible();
        assertThat(visit.page().locator("main")).containsText("/no/such/place");
        visit.link("回到总览", "Go to the overview").click();
        assertThat(visit.heading("授权链", "Chain of mandate")).isVisible();
    }

    @InBothLanguages
    void an_unknown_product_item_or_link_is_said_to_be_unknown(Language language, Visits visits) {
        Visit visit = visits.of(OFFICER, language);
        visit.noise().announce(404, "GET", "/api/v1/products/P99");
        visit.at("/products/P99");
        assertThat(visit.page().locator(".refusal")).containsText(visit.say("查询编号", "Trace id"));
        visit.at("/catalogue?item=C99-99");
        assertThat(visit.text("没有编号为 C99-99 的目录项", "There is no item C99-99")).isVisible();
        visit.at("/?link=nothing");
        assertThat(visit.text("没有编号为 nothing 的授权", "There is no mandate nothing"))
                .isVisible();
    }

    @InBothLanguages
    void a_server_that_fails_is_shown_with_its_trace_id(Language language, Visits visits) {
        Visit visit = visits.of(OFFICER, language);
        visit.noise().announce(500, "GET", CATALOGUE);
        visit.page()
                .route(
                        "**" + CATALOGUE,
                        route -> route.fulfill(
                                new Route.FulfillOptions()
                                        .setStatus(500)
                                        .setContentType("application/problem+json")
                                        .setBody(
                                                "{\"title\":\"internal\",\"status\":500,\"code\":\"INTERNAL\",\"traceId\":\"7F3K-TEST\"}")));
        visit.at("/catalogue");
        Locator refusal = visit.page().locator("main .refusal");
        assertThat(refusal).containsText(visit.say("未能读取", "Could not be read"));
        assertThat(refusal).containsText("7F3K-TEST");
    }

    @InBothLanguages
    void a_server_that_cannot_be_reached_is_said_to_be_out_of_reach(Language language, Visits visits) {
        Visit visit = visits.of(OFFICER, language);
        visit.noise().announceCut("GET", CATALOGUE);
        visit.page().route("**" + CATALOGUE, Route::abort);
        visit.at("/catalogue");
        Locator refusal = visit.page().locator("main .refusal");
        assertThat(refusal).containsText(visit.say("连不上服务器", "The server cannot be reached"));
        assertThat(refusal).containsText(visit.say("系统管理员", "system administrator"));
    }

    @InBothLanguages
    void a_proxys_own_error_page_is_not_taken_for_an_answer(Language language, Visits visits) {
        Visit visit = visits.of(OFFICER, language);
        visit.noise().announce(502, "GET", CATALOGUE);
        visit.page()
                .route(
                        "**" + CATALOGUE,
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setStatus(502)
                                .setContentType("text/html")
                                .setBody("<html>Bad gateway</html>")));
        visit.at("/catalogue");
        assertThat(visit.page().locator("main .refusal"))
                .containsText(visit.say("读不懂（状态 502）", "cannot be read (status 502)"));
    }

    @InBothLanguages
    void signing_in_without_a_server_says_so(Language language, Visits visits) {
        Visit visit = visits.stranger(language).at("/sign-in");
        visit.noise().announceCut("POST", "/api/v1/session");
        visit.page().route("**/api/v1/session", Route::abort);
        visit.field("账号", "User name").fill(OFFICER);
        visit.field("密码", "Password").fill("any");
        visit.button("登录", "Sign in").click();
        assertThat(visit.page().locator(".refusal")).containsText(visit.say("连不上服务器", "The server cannot be reached"));
    }
}
