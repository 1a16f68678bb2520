package se.medel.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;

/**
 * The base of tests in a real Chromium, with JavaScript switched off as far as the product is concerned (its CSP allows
 * none; the accessibility checker runs outside of it). Each test gets a fresh browser window in {@link #page}; {@link
 * #open(String)} and {@link #logIn(String)} are where they begin.
 *
 * <pre>
 * &#64;QuarkusTest
 * &#64;QuarkusTestResource(TestDatabase.class)
 * class RoundPagesBrowserTest extends Browser {
 *     &#64;Test
 *     void theBalanceCanBeReadByEveryone() {
 *         logIn("handlaggare");
 *         open("/rounds/sig-2014");
 *         assertAccessible();
 *         assertFits320();
 *     }
 * }
 * </pre>
 *
 * Chromium is {@code /usr/bin/chromium} unless the environment variable CHROMIUM names another. Where there is none the
 * tests are skipped, and in CI they fail.
 */
public abstract class Browser {

    private static final List<String> WCAG_A_AND_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** One for the whole test run: starting it takes five seconds. It ends with the process. */
    private static com.microsoft.playwright.Browser chromium;

    private static Playwright playwright;

    private BrowserContext window;

    /** The page of this test. */
    protected Page page;

    @BeforeEach
    void openWindow() {
        start();
        window = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(address())
                // axe-core is put into the page by a script, which the product's own policy forbids.
                .setBypassCSP(true)
                .setLocale("sv-SE")
                .setViewportSize(1280, 900));
        // Long, because a machine that builds something else beside the tests is slow, not wrong.
        window.setDefaultTimeout(60_000);
        page = window.newPage();
    }

    @AfterEach
    void closeWindow() {
        if (window != null) {
            window.close();
        }
    }

    /** Where the service under test answers. */
    protected static String address() {
        return "http://localhost:" + io.restassured.RestAssured.port;
    }

    /** Opens an address such as {@code /admin/users} and gives the HTTP status. */
    protected int open(String path) {
        return page.navigate(path).status();
    }

    /** Logs a demo user in and leaves the browser on the start page. */
    protected void logIn(String username) {
        logIn(username, "demo");
    }

    /** Fills the log-in page in and sends it. */
    protected void logIn(String username, String password) {
        open("/login");
        page.locator("#username").fill(username);
        page.locator("#password").fill(password);
        page.locator("main button[type=submit]").click();
    }

    /** No violation of WCAG 2.0, 2.1 and 2.2, levels A and AA, that axe-core can find on the page that is open. */
    protected void assertAccessible() {
        // Otherwise it opens another window each time, for frames, of which there are none here: twice the time.
        AxeResults results =
                new AxeBuilder(page).setLegacyMode(true).withTags(WCAG_A_AND_AA).analyze();
        assertThat(results.getViolations())
                .as("accessibility of %s", page.url())
                .extracting(violation -> violation.getId() + ": " + violation.getHelp() + " "
                        + violation.getNodes().stream()
                                .map(node -> node.getTarget() + " " + node.getHtml())
                                .toList())
                .isEmpty();
    }

    /** The page that is open needs no scrolling sideways on a screen 320 pixels wide, which is 400 per cent zoom. */
    protected void assertFits320() {
        page.setViewportSize(320, 640);
        int width = (int) page.evaluate("document.documentElement.scrollWidth");
        page.setViewportSize(1280, 900);
        assertThat(width).as("width of %s at 320", page.url()).isLessThanOrEqualTo(320);
    }

    /** A picture of the whole page for somebody to look at, in {@code target/screenshots}. */
    protected void screenshot(String name, int width) {
        page.setViewportSize(width, 900);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + "-" + width + ".png")));
        page.setViewportSize(1280, 900);
    }

    private static synchronized void start() {
        if (chromium != null) {
            return;
        }
        Path executable = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
        if (!Files.isExecutable(executable)) {
            String message = "No Chromium at " + executable + ": the browser tests can't run. Install it, or name it in"
                    + " the environment variable CHROMIUM.";
            if ("true".equals(System.getenv("CI"))) {
                throw new IllegalStateException(message);
            }
            System.err.println(message);
            Assumptions.abort(message);
        }
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setHeadless(true)
                        .setArgs(QUIET));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            chromium.close();
            playwright.close();
        }));
    }
}
