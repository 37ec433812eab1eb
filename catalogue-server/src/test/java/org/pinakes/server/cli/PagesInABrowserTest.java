package org.pinakes.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.pinakes.harvester.pass.Harvest;
import org.pinakes.ontology.DataFiles;
import org.pinakes.server.config.Config;

/**
 * Walks the demo catalogue's pages from the front page on, in Debian's Chromium: axe finds nothing to mend, nothing is wider
 * than a small screen, and no page breaks its own content security policy.
 */
final class PagesInABrowserTest {
    private static final DataFiles FILES = new DataFiles(Path.of(System.getProperty("pinakes.home")));
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    /** Of pages that only differ in their last words, that many are looked at. */
    private static final int OF_A_KIND = 2;

    private static final String AXE =
            "() => axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']})"
                    + ".then(r => r.violations.map(v => v.id + ': ' + v.help + ' ' + v.nodes.slice(0, 3).map(n => n.html).join(' ')))";

    /** Where a page scrolls sideways: what reaches beyond a phone's screen, innermost last. */
    private static final String WIDE = "() => document.documentElement.scrollWidth <= window.innerWidth ? []"
            + " : [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > window.innerWidth)"
            + ".slice(-3).map(e => e.outerHTML.slice(0, 200))";

    @TempDir
    Path data;

    static boolean browser() {
        return Files.isExecutable(CHROMIUM);
    }

    @Test
    @EnabledIf("browser")
    void every_kind_of_page_can_be_used_by_everybody() throws IOException {
        JenaSystem.init();
        Config config = Config.demo(FILES.home())
                .with(Optional.of(data), Optional.of("127.0.0.1"), Optional.of(0), Optional.empty());
        try (Workspace workspace = Workspace.open(FILES, config)) {
            Harvesting.run(
                    workspace,
                    workspace.providers(),
                    new Harvest.Options(false, false, false),
                    new PrintWriter(Writer.nullWriter()));
            try (Server server = Server.start(workspace);
                    Playwright playwright = Playwright.create(
                            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                    Browser browser = playwright
                            .chromium()
                            .launch(new BrowserType.LaunchOptions()
                                    .setExecutablePath(CHROMIUM)
                                    .setArgs(List.of("--no-sandbox", "--disable-gpu")))) {
                walk(browser, server.address("127.0.0.1"));
            }
        }
    }

    private static void walk(Browser browser, String address) throws IOException {
        String axe = axe();
        List<String> wrong = new ArrayList<>();
        Set<String> kinds = new TreeSet<>();
        // Axe is a script of ours that the pages' own policy rightly forbids.
        try (BrowserContext tested = browser.newContext(new Browser.NewContextOptions().setBypassCSP(true));
                BrowserContext small = browser.newContext(new Browser.NewContextOptions().setViewportSize(360, 740))) {
            Page page = tested.newPage();
            Page phone = small.newPage();
            phone.onConsoleMessage(m -> {
                if (m.type().equals("error")) {
                    wrong.add(phone.url() + ": " + m.text());
                }
            });
            Map<String, Integer> seen = new HashMap<>();
            Set<String> known = new HashSet<>();
            Deque<String> open = new ArrayDeque<>(List.of("/", "/datasets?q=zzzz"));
            while (!open.isEmpty()) {
                String path = open.removeFirst();
                if (!known.add(path) || seen.merge(kind(path), 1, Integer::sum) > OF_A_KIND) {
                    continue;
                }
                page.navigate(address + path);
                kinds.add(kind(path));
                page.addScriptTag(new Page.AddScriptTagOptions().setContent(axe));
                ((List<?>) page.evaluate(AXE)).forEach(v -> wrong.add(path + ": " + v));
                phone.navigate(address + path);
                for (int width : List.of(360, 700, 1000, 1200)) {
                    phone.setViewportSize(width, 740);
                    ((List<?>) phone.evaluate(WIDE))
                            .forEach(w -> wrong.add(path + ": wider than a window of " + width + ": " + w));
                }
                phone.setViewportSize(360, 740);
                links(page).forEach(open::addLast);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(kinds)
                .contains("/", "/datasets", "/datasets/*", "/harvests", "/harvests/*", "/providers/*", "/sparql");
    }

    /** Of pages; what has an extension is a file for programs. */
    private static List<String> links(Page page) {
        Object found = page.evaluate("[...document.querySelectorAll('a[href]')]"
                + ".filter(a => a.origin === location.origin && !a.hasAttribute('download'))"
                + ".map(a => a.pathname + a.search)");
        return ((List<?>) found)
                .stream()
                        .map(String::valueOf)
                        .filter(path -> !path.matches("[^?]*\\.[a-z]+(\\?.*)?"))
                        .toList();
    }

    /** The address with its second part as a star, without the query. */
    private static String kind(String path) {
        String[] parts = URI.create(path).getPath().split("/");
        StringBuilder kind = new StringBuilder();
        for (int i = 1; i < parts.length; i++) {
            kind.append('/').append(i == 2 ? "*" : parts[i]);
        }
        return kind.isEmpty() ? "/" : kind.toString();
    }

    private static String axe() throws IOException {
        try (InputStream in = PagesInABrowserTest.class.getResourceAsStream(
                "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
