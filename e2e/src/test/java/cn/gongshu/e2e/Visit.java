package cn.gongshu.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import tools.jackson.databind.json.JsonMapper;

/** One visitor's window. */
final class Visit implements AutoCloseable {

    static final int NARROW = 1366;
    static final int NARROW_HEIGHT = 768;
    static final int WIDE = 1920;
    static final int WIDE_HEIGHT = 1080;

    private final BrowserContext context;
    private final Page page;
    private final Noise noise;
    private final Language language;

    private Visit(BrowserContext context, Language language) {
        this.context = context;
        this.language = language;
        context.setDefaultTimeout(Stage.PATIENCE_MS);
        this.page = context.newPage();
        this.noise = Noise.of(page);
    }

    /** A window in which a language was chosen before. */
    static Visit begin(Stage stage, Language language) {
        return new Visit(opened(stage, language), language);
    }

    /** A window in which somebody has signed in before. A reload must not bring back a session that was ended. */
    static Visit signedIn(Stage stage, Language language, String user) {
        BrowserContext context = opened(stage, language);
        context.addInitScript("""
                if (!sessionStorage.getItem('story.begun')) {
                  sessionStorage.setItem('story.begun', 'yes');
                  sessionStorage.setItem('gongshu.session', %s);
                }""".formatted(JsonMapper.shared().writeValueAsString(stage.session(user))));
        return new Visit(context, language);
    }

    private static BrowserContext opened(Stage stage, Language language) {
        BrowserContext context = stage.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(stage.city().baseUrl())
                        .setViewportSize(NARROW, NARROW_HEIGHT)
                        .setLocale(language.tag())
                        .setAcceptDownloads(true));
        context.addInitScript(
                "if (!localStorage.getItem('gongshu.language')) localStorage.setItem('gongshu.language', '"
                        + language.tag() + "')");
        return context;
    }

    Page page() {
        return page;
    }

    Noise noise() {
        return noise;
    }

    Language language() {
        return language;
    }

    /** Opens a place of the application. */
    Visit at(String place) {
        page.navigate(place);
        return this;
    }

    /** The words of this visit's language. */
    String say(String zh, String en) {
        return language.of(zh, en);
    }

    Locator heading(String zh, String en) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(say(zh, en)));
    }

    Locator button(String zh, String en) {
        return page.getByRole(
                AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName(say(zh, en)).setExact(true));
    }

    Locator link(String zh, String en) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(say(zh, en)).setExact(true));
    }

    Locator field(String zh, String en) {
        return page.getByLabel(say(zh, en), new Page.GetByLabelOptions().setExact(true));
    }

    Locator text(String zh, String en) {
        return page.getByText(say(zh, en));
    }

    @Override
    public void close() {
        context.close();
    }
}
