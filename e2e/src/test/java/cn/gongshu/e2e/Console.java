package cn.gongshu.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The console of product P37 as the employment agency uses it. */
record Console(Visit visit, DemoCity city) {

    static final String OFFICER = "agency-tang";
    static final String DOOR = "/open/v1/products/P37";
    private static final String PAGE = "/products/P37";

    static Console of(Visits visits, Language language) {
        return new Console(visits.of(OFFICER, language).at(PAGE), visits.city());
    }

    /** Calls the product about a person of the story, with the key of the story's subscription. */
    void ask(String subject) {
        visit.field("接口密钥", "API key").fill(city.apiKey("sub-agency-p37"));
        visit.field("公民身份号码", "Identity number of the person").fill(city.subject(subject));
        Locator months = visit.page().getByPlaceholder("yyyy-MM");
        months.first().fill("2024-01");
        months.last().fill("2026-10");
        call();
    }

    void call() {
        visit.button("调用产品", "Call the product").click();
    }

    Locator answer() {
        return visit.page().locator(".answer");
    }

    Locator refusal() {
        return visit.page().locator(".try-result .refusal");
    }

    Locator receipt() {
        return visit.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(visit.say("回执", "Receipt")));
    }

    void verify() {
        visit.button("在浏览器里验证", "Verify in this browser").click();
    }
}
