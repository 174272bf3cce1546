package cn.gongshu.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Pictures of pages, kept for people to look at; of a story that failed the page's HTML too. */
final class Pictures {

    private static final Path FOLDER = Path.of(System.getProperty("gongshu.pictures", "target/pictures"));

    private Pictures() {}

    /** One page as it looks. */
    static void keep(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }

    /** A page as it looked and was when its story failed. A page that is gone must not hide why. */
    static void keepFailure(Page page, String story) {
        try {
            String name = "failed-" + story.replaceAll("[^\\w-]+", "-");
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(FOLDER.resolve(name + ".png")));
            Files.writeString(FOLDER.resolve(name + ".html"), page.content());
        } catch (PlaywrightException gone) {
            System.err.println("no picture of " + story + ": " + gone.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
