package cn.gongshu.e2e;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import java.util.regex.Pattern;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

@Told
class SignInTest {

    private static final String OFFICER = "bureau-zhou";
    private static final String SESSION = "/api/v1/session";

    @InBothLanguages
    void a_wrong_password_gets_a_sentence_the_right_one_opens_the_overview_and_sign_out_ends_it(
            Language language, Visits visits) {
        Visit visit = visits.stranger(language).at("/sign-in");
        visit.noise().announce(401, "POST", SESSION);
        signIn(visit, "not the password");
        var refusal = visit.page().locator(".refusal");
        assertThat(refusal).containsText(visit.say("未能登录", "You were not signed in"));
        assertThat(refusal).containsText("SIGN_IN_FAILED");
        assertThat(refusal).containsText(visit.say("查询编号", "Trace id"));
        signIn(visit, visits.city().password(OFFICER));
        assertThat(visit.heading("授权链", "Chain of mandate")).isVisible();
        visit.button("退出", "Sign out").click();
        assertThat(visit.heading("登录", "Sign in")).isVisible();
        visit.at("/catalogue");
        assertThat(visit.heading("登录", "Sign in")).isVisible();
    }

    @InBothLanguages
    void the_keyboard_alone_is_enough_to_sign_in_and_to_reach_the_catalogue(Language language, Visits visits) {
        Visit visit = visits.stranger(language).at("/sign-in");
        Page page = visit.page();
        assertThat(visit.field("账号", "User name")).isFocused();
        page.keyboard().type(OFFICER);
        page.keyboard().press("Tab");
        assertThat(visit.field("密码", "Password")).isFocused();
        page.keyboard().type(visits.city().password(OFFICER));
        page.keyboard().press("Tab");
        assertThat(visit.button("登录", "Sign in")).isFocused();
        page.keyboard().press("Enter");
        assertThat(visit.heading("授权链", "Chain of mandate")).isVisible();
        visit.link("一本账", "Catalogue").focus();
        page.keyboard().press("Enter");
        assertThat(visit.heading("一本账", "Catalogue")).isVisible();
    }

    @InBothLanguages
    void whoever_came_for_a_place_gets_there_after_signing_in(Language language, Visits visits) {
        Visit visit = visits.stranger(language).at("/products?state=LIVE");
        assertThat(visit.heading("登录", "Sign in")).isVisible();
        signIn(visit, visits.city().password(OFFICER));
        assertThat(visit.heading("产品市场", "Market")).isVisible();
        assertThat(visit.page()).hasURL(Pattern.compile("/products\\?state=LIVE$"));
    }

    @InBothLanguages
    void an_empty_form_is_not_sent_and_says_what_to_fill_in(Language language, Visits visits) {
        Visit visit = visits.stranger(language).at("/sign-in");
        visit.button("登录", "Sign in").click();
        assertThat(visit.text("请填写账号。", "Please fill in: User name.")).isVisible();
        assertThat(visit.text("请填写密码。", "Please fill in: Password.")).isVisible();
    }

    @Test
    void the_pages_own_control_changes_the_language_and_the_browser_remembers_it(Visits visits) {
        Visit visit = visits.stranger(Language.ZH).at("/sign-in");
        Page page = visit.page();
        page.getByText("EN", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("h1")).hasText("Sign in");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        page.reload();
        assertThat(page.locator("h1")).hasText("Sign in");
        page.getByText("中文", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("h1")).hasText("登录");
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
    }

    @Test
    void whoever_signs_in_next_in_the_same_tab_sees_nothing_of_the_one_before(Visits visits) {
        Visit visit = visits.stranger(Language.ZH).at("/sign-in");
        signIn(visit, "agency-tang", visits.city().password("agency-tang"));
        assertThat(visit.page().getByText("皖西就业服务中心").first()).isVisible();
        visit.button("退出", "Sign out").click();
        signIn(visit, "bank-jiang", visits.city().password("bank-jiang"));
        assertThat(visit.heading("授权链", "Chain of mandate")).isVisible();
        assertThat(visit.page().getByText("大别山农商银行").first()).isVisible();
        assertThat(visit.page().getByText("皖西就业服务中心")).hasCount(0);
    }

    private static void signIn(Visit visit, String password) {
        signIn(visit, OFFICER, password);
    }

    private static void signIn(Visit visit, String user, String password) {
        visit.field("账号", "User name").fill(user);
        visit.field("密码", "Password").fill(password);
        visit.button("登录", "Sign in").click();
    }
}
