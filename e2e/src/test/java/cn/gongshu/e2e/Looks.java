package cn.gongshu.e2e;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** How a page has to look whatever it says: reachable by everyone, whole on the usual screens, in one language. */
final class Looks {

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    /** Text that is cut off and cannot be read in a tooltip either. */
    private static final String CUT = """
            () => {
              const said = (element) => element.closest('[title]') !== null || element.querySelector('[title]') !== null;
              const cut = (element) => {
                const style = getComputedStyle(element);
                if (style.webkitLineClamp !== 'none') return element.scrollHeight > element.clientHeight + 1;
                const clips = style.textOverflow === 'ellipsis' && style.overflowX !== 'visible';
                if (!clips && element.tagName !== 'TH') return false;
                const range = document.createRange();
                range.selectNodeContents(element);
                const room = element.getBoundingClientRect().right - parseFloat(style.paddingRight);
                return range.getBoundingClientRect().right > room + 1;
              };
              return [...document.querySelectorAll('body *')]
                .filter((element) => element.textContent.trim() !== '' && element.clientWidth > 1 && cut(element) && !said(element))
                .map((element) => `${element.tagName} ${element.className}: ${element.textContent.trim()}`);
            }""";

    /** Chinese outside what is marked as Chinese: names of the annexes and of people are marked, words of the page are not. */
    private static final String CHINESE = """
            () => {
              const chinese = /[\\u3000-\\u303f\\u3400-\\u9fff\\uff00-\\uffef]/;
              const marked = (element) => element.closest('[lang]')?.lang.startsWith('zh') ?? false;
              const found = [];
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                if (chinese.test(node.data) && !marked(node.parentElement)) found.push(node.data.trim());
              }
              for (const element of document.querySelectorAll('body *')) {
                for (const name of ['aria-label', 'placeholder', 'alt', 'title']) {
                  const words = element.getAttribute(name);
                  if (words && chinese.test(words) && !marked(element)) found.push(`${name}: ${words}`);
                }
              }
              if (chinese.test(document.title)) found.push(`document: ${document.title}`);
              return found;
            }""";

    private Looks() {}

    /** Looks at the page on both screens, keeps a picture of the narrow one and demands everything of it. */
    static void demand(Visit visit, String name) {
        Page page = visit.page();
        page.setViewportSize(Visit.WIDE, Visit.WIDE_HEIGHT);
        whole(page);
        page.setViewportSize(Visit.NARROW, Visit.NARROW_HEIGHT);
        whole(page);
        Pictures.keep(page, name + "-" + visit.language().tag());
        if (visit.language() == Language.EN) {
            assertThat(texts(page, CHINESE)).as("Chinese on an English page").isEmpty();
        }
        assertThat(page.locator("html").getAttribute("lang"))
                .isEqualTo(visit.language().tag());
        reachable(page);
    }

    private static void whole(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels the page is wider than the window")
                .isEqualTo(0);
        assertThat(texts(page, CUT)).as("text cut off without a tooltip").isEmpty();
    }

    private static void reachable(Page page) {
        List<String> grave = new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(Looks::inWords)
                        .toList();
        assertThat(grave).as("serious or critical findings of axe").isEmpty();
    }

    private static String inWords(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).collect(Collectors.joining(" | "));
    }

    private static List<String> texts(Page page, String script) {
        return ((List<?>) page.evaluate(script)).stream().map(String::valueOf).toList();
    }
}
