// What the browser tests share: the site, its pages, a browser without a network.
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

export const site = path.resolve(process.env.NOTES_SITE ?? "build/notes/html");
export const pages = readdirSync(site).filter((name) => name.endsWith(".html")).sort();
export const address = (page) => pathToFileURL(path.join(site, page)).href;

// The book's own pages, in the order of its contents.
export const contents = () => {
    const cover = readFileSync(path.join(site, "index.html"), "utf8");
    const list = cover.slice(cover.indexOf('<nav id="book"'), cover.indexOf("</nav>"));
    return [...list.matchAll(/href="([^"#]+)"/g)].map((match) => match[1]);
};

export const startBrowser = () => chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
           "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

// A tab that can open files and nothing else. What goes wrong in it is collected in `problems`.
export async function openTab(browser, options = {}) {
    const context = await browser.newContext({
        viewport: { width: 1280, height: 900 }, ...options,
    });
    const tab = await context.newPage();
    tab.setDefaultTimeout(180_000); // for a machine with other things to do
    const problems = [];
    await context.route(/^(?!file:|data:|blob:)/, (route) => {
        problems.push(`asks the network for ${route.request().url()}`);
        return route.abort();
    });
    tab.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) {
            problems.push(`console: ${message.text()}`);
        }
    });
    tab.on("pageerror", (error) => problems.push(`script: ${error.message}`));
    tab.on("requestfailed", (request) => {
        // Leaving a page aborts what it was still loading; that is no fault of the page.
        const left = request.failure()?.errorText === "net::ERR_ABORTED";
        if (request.url().startsWith("file:") && !left) {
            problems.push(`cannot load ${request.url()}`);
        }
    });
    return { tab, problems, close: () => context.close() };
}

// Opens a page and waits until the letters of its formulas are there.
export async function open(tab, page) {
    await tab.goto(address(page), { waitUntil: "load" });
    await tab.evaluate(() => document.fonts.ready.then(() => {}));
}
