package cn.gongshu.e2e;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;

import java.util.regex.Pattern;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@Told
class ProductTest {

    @InBothLanguages
    void a_person_who_consented_is_answered_for_and_the_receipt_holds_in_the_browser(Language language, Visits visits) {
        Console console = Console.of(visits, language);
        Visit visit = console.visit();
        console.ask("interrupted");
        assertThat(console.answer()).containsText("2025-03");
        assertThat(console.answer()).containsText("2026-01");
        console.verify();
        Locator verdict = console.receipt().locator(".verdict");
        assertThat(verdict).containsText(visit.say("验证通过", "It holds"));
        assertThat(verdict.locator("li")).hasCount(4);
        assertThat(verdict.locator(".tone-stop")).hasCount(0);
        Download receipt = visit.page().waitForDownload(visit.button("下载回执", "Download receipt")::click);
        assertThat(receipt.suggestedFilename()).matches(Pattern.compile("receipt-.+\\.json"));
    }

    @InBothLanguages
    void the_same_call_again_is_the_same_use_and_a_changed_one_is_another(Language language, Visits visits) {
        Console console = Console.of(visits, language);
        console.ask("steady");
        Locator id = console.receipt().locator("dd").nth(1);
        assertThat(id).isVisible();
        String first = id.textContent();
        console.call();
        assertThat(console.receipt()).isVisible();
        assertThat(id).hasText(first);
        console.ask("interrupted");
        assertThat(console.answer()).containsText("2025-03");
        assertThat(id).not().hasText(first);
    }

    @InBothLanguages
    void a_person_who_did_not_consent_is_not_answered_for_and_the_clause_is_named(Language language, Visits visits) {
        Console console = Console.of(visits, language);
        Visit visit = console.visit();
        visit.noise().announce(403, "POST", Console.DOOR);
        console.ask("silent");
        assertThat(console.refusal()).containsText(visit.say("调用未执行", "The call was not carried out"));
        assertThat(console.refusal()).containsText(visit.say("依据 I01", "clause I01"));
        assertThat(console.refusal()).containsText(visit.say("当事人本人", "The data subject"));
        assertThat(console.refusal()).containsText("CONSENT_MISSING");
        assertThat(console.answer()).hasCount(0);
    }

    @InBothLanguages
    void without_a_key_nothing_is_sent_and_one_can_be_issued_here(Language language, Visits visits) {
        Console console = Console.of(visits, language);
        Visit visit = console.visit();
        console.call();
        assertThat(visit.text("请填写接口密钥。", "Please fill in: API key.")).isVisible();
        visit.button("签发新密钥", "Issue a key").click();
        assertThat(visit.field("接口密钥", "API key")).hasValue(Pattern.compile("gs_.+"));
        assertThat(visit.text("只显示这一次", "shown only this once")).isVisible();
    }

    @InBothLanguages
    void a_product_without_approval_says_that_it_cannot_be_called_and_what_it_waits_for(
            Language language, Visits visits) {
        Visit visit = visits.of(Console.OFFICER, language).at("/products/P01");
        assertThat(visit.text("还没有实施同意", "No go-live approval yet")).isVisible();
        assertThat(visit.button("调用产品", "Call the product")).hasAttribute("aria-disabled", "true");
        assertThat(visit.text("本产品尚未授权任何用途", "No purpose is authorised for this product yet"))
                .isVisible();
    }
}
