package cn.gongshu.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.regex.Pattern;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

@Told
class SuspensionTest {

    private static final String OFFICER = "bureau-zhou";
    private static final String LINK = "operating-2026";
    private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    @InBothLanguages
    void the_bureau_sees_what_a_suspension_reaches_suspends_and_resumes_and_the_console_follows(
            Language language, Visits visits) {
        Visit bureau = visits.of(OFFICER, language).at("/?link=" + LINK);
        Console console = Console.of(visits, language);
        try {
            suspend(bureau, reached(visits));
            assertThat(band(bureau)).containsText(bureau.say("已暂停执行", "is suspended"));
            bureau.button("关闭", "Close").click();
            Looks.demand(bureau, "home-suspended");
            console.visit().noise().announce(403, "POST", Console.DOOR);
            console.ask("steady");
            assertThat(console.refusal()).containsText("LINK_SUSPENDED");
            assertThat(console.refusal()).containsText(console.visit().say("依据 R06A", "clause R06A"));
            assertThat(band(console.visit())).isVisible();
            resume(bureau);
            assertThat(band(bureau)).hasCount(0);
            assertThat(band(console.visit())).hasCount(0);
            console.ask("steady");
            assertThat(console.answer()).isVisible();
        } finally {
            putRight(visits);
        }
    }

    /** The preview counts what is reached before anything can be confirmed. */
    private static void suspend(Visit bureau, int reached) {
        bureau.button("暂停授权", "Suspend mandate").click();
        Locator dialog = bureau.page().getByRole(AriaRole.DIALOG).last();
        assertThat(dialog.locator(".reach"))
                .containsText(bureau.say("以下 " + reached + " 个环节停止", "these " + reached + " links stop"));
        assertThat(dialog.locator(".reach li")).hasCount(reached);
        fillGround(bureau, dialog);
        bureau.button("暂停授权，共停 " + reached + " 个环节", "Suspend mandate, " + reached + " links")
                .click();
        assertThat(dialog.locator(".reach")).hasCount(0);
    }

    private static void resume(Visit bureau) {
        bureau.link("看影响与恢复", "Reach and resumption").click();
        bureau.button("恢复授权", "Resume mandate").click();
        Locator dialog = bureau.page().getByRole(AriaRole.DIALOG).last();
        fillGround(bureau, dialog);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(bureau.say("恢复授权", "Resume mandate")))
                .click();
    }

    private static void fillGround(Visit bureau, Locator dialog) {
        fill(dialog, bureau.say("理由", "Reason"), "核查演示");
        fill(dialog, bureau.say("依据文件标题", "Title of the supporting document"), "关于核查的决定书（演示）");
        fill(dialog, bureau.say("文号", "Document number"), "六数函〔2026〕99号（演示）");
        fill(dialog, bureau.say("成文日期", "Date of the document"), "2026-11-20");
        fill(dialog, bureau.say("文件摘要值（SHA-256）", "Hash of the file (SHA-256)"), HASH);
    }

    private static void fill(Locator dialog, String label, String value) {
        dialog.getByLabel(label, new Locator.GetByLabelOptions().setExact(true)).fill(value);
    }

    private static Locator band(Visit visit) {
        return visit.page().locator(".band").filter(new Locator.FilterOptions().setHasText(Pattern.compile("协议")));
    }

    /** The link itself and all below it, by the API. */
    private static int reached(Visits visits) {
        return visits.stage()
                        .told(OFFICER, "/api/v1/mandates/" + LINK + "/suspension-preview")
                        .path("reaches")
                        .size()
                + 1;
    }

    /** Whatever became of this story, the next ones find the agreement in force. */
    private static void putRight(Visits visits) {
        for (JsonNode link : visits.stage().told(OFFICER, "/api/v1/mandates")) {
            if (link.path("id").asString().equals(LINK)
                    && link.path("state").asString().equals("SUSPENDED")) {
                Map<String, Object> paper = Map.of("title", "恢复", "number", "演示", "date", "2026-11-20", "sha256", HASH);
                visits.stage()
                        .act(
                                OFFICER,
                                "/api/v1/mandates/" + LINK + "/resumption",
                                Map.of("reason", "核查完毕", "document", paper));
            }
        }
    }
}
