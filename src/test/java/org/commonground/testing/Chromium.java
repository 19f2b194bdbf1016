package org.commonground.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Chromium of this machine, without a window. It is found as {@code CHROMIUM} says, or on the path; where there is
 * none, a test says so loudly and is left out. {@code .ci/run} installs it.
 */
public final class Chromium implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-quic",
            "--no-first-run");

    /** Milliseconds: a busy machine may take long; a passing test does not wait. */
    private static final int PATIENCE = 60_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path program) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(FLAGS));
    }

    public static Chromium start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        return new Chromium(program().orElseThrow());
    }

    /** Whether there is one; says loudly where not. For {@code assumeTrue}. */
    public static boolean isHere() {
        boolean here = program().isPresent();
        if (!here) {
            System.err.println("*** NO CHROMIUM on this machine: browser tests are left out. Set CHROMIUM. ***");
        }
        return here;
    }

    /** A person's own browser: cookies and storage of nobody else. */
    public Page open() {
        return open("en-GB");
    }

    /** The same, in a browser whose own language is another, such as {@code en-US}. */
    public Page open(String language) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setLocale(language).setViewportSize(1400, 900));
        context.setDefaultTimeout(PATIENCE);
        return context.newPage();
    }

    private static Optional<Path> program() {
        String named = System.getenv("CHROMIUM");
        Stream<Path> candidates = named != null
                ? Stream.of(Path.of(named))
                : Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                                .map(name -> Path.of(folder, name)));
        return candidates.filter(Files::isExecutable).findFirst();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
