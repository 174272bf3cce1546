package cn.gongshu.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

import java.util.List;
import java.util.regex.Pattern;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

@Told
class RolesTest {

    private static final String CITIZEN = "citizen-steady";
    private static final String BANK = "bank-jiang";

    @InBothLanguages
    void a_bank_officer_cannot_suspend_and_is_told_who_can(Language language, Visits visits) {
        Visit visit = visits.of(BANK, language).at("/?link=operating-2026");
        Locator suspend = visit.button("暂停授权", "Suspend mandate");
        assertThat(suspend).hasAttribute("aria-disabled", "true");
        assertThat(suspend)
                .hasAccessibleDescription(Pattern.compile(visit.say(
                        "您的角色不能暂停授权；可由授出方（.+）的工作人员办理。",
                        "Your role may not suspend; an officer of the grantor \\(.+\\) can\\.")));
        suspend.click(new Locator.ClickOptions().setForce(true));
        assertThat(visit.page().locator(".ant-modal")).hasCount(0);
    }

    @InBothLanguages
    void a_bank_officer_is_told_that_the_bank_has_not_subscribed_to_the_agencys_product(
            Language language, Visits visits) {
        Visit visit = visits.of(BANK, language).at("/products/P37");
        assertThat(visit.button("签发新密钥", "Issue a key")).hasAttribute("aria-disabled", "true");
        assertThat(visit.text("本单位没有有效的订购", "Your organisation has no subscription in force"))
                .isVisible();
    }

    @InBothLanguages
    void a_citizen_sees_the_market_but_no_console_and_no_figures_of_others(Language language, Visits visits) {
        Visit visit = visits.of(CITIZEN, language).at("/");
        assertThat(visit.heading("授权链", "Chain of mandate")).isVisible();
        assertThat(visit.page().locator(".refusal")).hasCount(0);
        visit.at("/products/P37");
        assertThat(visit.text("只有产品使用方可以调用", "Only a consumer can call")).isVisible();
        assertThat(visit.button("调用产品", "Call the product")).hasCount(0);
        assertThat(visit.page().locator(".refusal")).hasCount(0);
    }

    @InBothLanguages
    void an_address_that_a_citizen_may_not_see_answers_with_a_refusal_in_full(Language language, Visits visits) {
        Visit visit = visits.of(CITIZEN, language);
        visit.noise().announce(403, "GET", "/api/v1/entries");
        visit.at("/?rows=use");
        Locator refusal = visit.page().getByRole(AriaRole.DIALOG).locator(".refusal");
        assertThat(refusal).containsText(visit.say("未能读取", "Could not be read"));
        assertThat(refusal).containsText("NOT_PERMITTED");
        assertThat(refusal).containsText(visit.say("查询编号", "Trace id"));
    }

    @InBothLanguages
    void a_session_that_is_not_ones_own_leads_back_to_signing_in(Language language, Visits visits) {
        Visit visit = visits.stranger(language);
        visit.page()
                .addInitScript("sessionStorage.getItem('gongshu.session') ?? sessionStorage.getItem('x') ??"
                        + " (sessionStorage.setItem('x', 'x'), sessionStorage.setItem('gongshu.session', JSON.stringify({token:"
                        + " 'forged', user: {name: 'x', display: 'x', organisation: {id: 'x', name: 'x'}, roles: [],"
                        + " operations: ['SUSPEND_MANDATE', 'SEE_ENTRIES'], grantedThrough: '2099-01-01'}})))");
        for (String asked : List.of("catalogue-items", "products", "mandates", "entry-counts")) {
            visit.noise().announce(401, "GET", "/api/v1/" + asked);
        }
        visit.at("/products");
        assertThat(visit.heading("登录", "Sign in")).isVisible();
        assertThat(visit.text("登录已过期", "Your session has ended")).isVisible();
    }
}
