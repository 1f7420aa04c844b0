// One can read the book: turn its pages, find words, do everything by keyboard.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { address, contents, open, openTab, pages, site, startBrowser } from "./site.mjs";

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser.close());

const nameOf = (tab) => path.basename(new URL(tab.url()).pathname);
const focused = (tab) => tab.evaluate(() => {
    const element = document.activeElement;
    return element.id || element.className || element.tagName;
});

// Turning pages needs no script.
const withoutScripts = { javaScriptEnabled: false };

test("next walks the whole book, previous walks back", async () => {
    const { tab, close } = await openTab(browser, withoutScripts);
    const expected = contents();
    assert.ok(expected.length > 8, "the contents are long");
    assert.equal(expected[0], "index.html");
    await tab.goto(address("index.html"));
    for (const page of expected.slice(1)) {
        await tab.click("nav.pages a.next");
        assert.equal(nameOf(tab), page);
    }
    assert.equal(await tab.locator("nav.pages a.next").count(), 0);
    for (const page of expected.slice(0, -1).reverse()) {
        await tab.click("nav.pages a.prev");
        assert.equal(nameOf(tab), page);
    }
    assert.equal(await tab.locator("nav.pages a.prev").count(), 0);
    await close();
});

test("arrow keys turn the pages, and move in the search and in what scrolls", async () => {
    const { tab, close } = await openTab(browser, { viewport: { width: 360, height: 740 } });
    await open(tab, "errata.html");
    await tab.keyboard.press("ArrowRight");
    await tab.waitForURL(address("gallery.html"));
    await tab.keyboard.press("ArrowLeft");
    await tab.waitForURL(address("errata.html"));
    await open(tab, "errata.html");
    await tab.keyboard.press("/");
    await tab.keyboard.insertText("weight");
    await tab.keyboard.press("ArrowLeft");
    await tab.keyboard.press("Escape");
    const table = tab.locator("table[tabindex]").first();
    await table.focus();
    await tab.keyboard.press("ArrowRight");
    await tab.waitForFunction(() => document.activeElement.scrollLeft > 0);
    assert.equal(nameOf(tab), "errata.html");
    await close();
});

test("every page can be reached from the contents and marks its place", async () => {
    const { tab, close } = await openTab(browser, withoutScripts);
    for (const page of contents()) {
        await tab.goto(address(page));
        const marked = await tab.locator("nav#book a[aria-current=page]").getAttribute("href");
        assert.equal(marked, page);
    }
    assert.deepEqual(contents().filter((page) => !pages.includes(page)), []);
    await close();
});

for (const [words, expected] of [["chain rule", /chain\s+rule/i], ["연쇄 법칙", /연쇄 법칙/],
                                 ["퍼셉", /퍼셉트론/], ["rosenblatt 1958", /Rosenblatt/]]) {
    test(`search finds "${words}", by keyboard alone`, async () => {
        const { tab, problems, close } = await openTab(browser);
        await open(tab, "index.html");
        await tab.keyboard.press("/");
        assert.equal(await focused(tab), "query");
        await tab.keyboard.insertText(words);
        const first = tab.locator("#found li a").first();
        await first.waitFor();
        assert.match(await first.innerText(), expected);
        await tab.keyboard.press("ArrowDown");
        assert.ok(await first.evaluate((link) => link === document.activeElement));
        const target = await first.getAttribute("href");
        await tab.keyboard.press("Enter");
        await tab.waitForURL((url) => url.href.endsWith(target));
        assert.match(await tab.locator("main").innerText(), expected);
        assert.deepEqual(problems, []);
        await close();
    });
}

// --- the search ----------------------------------------------------------------------------------

// Where the notes are made without lunr, words are found as they are written and not otherwise.
const ranked = { skip: existsSync(path.join(site, "lunr.min.js")) ? false
    : "the notes were made without the package libjs-lunr" };

// What somebody who types this finds: links of the sections, best first, and what is said of them.
async function find(tab, words) {
    await tab.fill("#query", "");
    await tab.locator("#found").waitFor({ state: "hidden" });
    await tab.fill("#query", words);
    await tab.locator("#found").waitFor();
    return tab.evaluate(() => ({
        said: document.getElementById("foundcount").innerText,
        links: [...document.querySelectorAll("#found li a")]
            .map((link) => link.getAttribute("href")),
        marked: [...document.querySelectorAll("#found li:first-child mark")]
            .map((mark) => mark.innerText.toLowerCase()),
    }));
}
const pageOf = (link) => link.replace(/#.*/, "");
const isOnPage = (page) => (link) => pageOf(link) === page;

test("search forgives slips, and says and marks what it has taken them for", ranked, async () => {
    const { tab, problems, close } = await openTab(browser);
    await open(tab, "index.html");
    for (const [slip, word] of [["sigmod", "sigmoid"], ["backpropogation", "backpropagation"],
                                ["퍼셉트런", "퍼셉트론"], ["output_dleta", "output_delta"]]) {
        const { said, links, marked } = await find(tab, slip);
        assert.deepEqual(links, (await find(tab, word)).links, slip);
        assert.ok(said.includes(`"${slip}" is nowhere, taken for "${word}"`), said);
        assert.ok(marked.includes(word), `${slip}: ${marked}`);
    }
    assert.deepEqual(problems, []);
    await close();
});

test("any letter may be left out of a long word of a chapter's title", ranked, async () => {
    const { tab, close } = await openTab(browser);
    await open(tab, "index.html");
    const titles = await tab.evaluate(() => [...document.querySelectorAll("nav#book a")]
        .map((link) => [link.getAttribute("href"), link.innerText])
        .filter(([, title]) => /^\d/.test(title)));
    const slips = titles.flatMap(([page, title]) => title.match(/[a-z]{7,}/gi)?.flatMap((word) =>
        [...word].map((_, i) => [page, word.slice(0, i) + word.slice(i + 1)])) ?? []);
    assert.ok(slips.length > 50, "the book has chapters");
    for (const [page, slip] of slips) {
        const { links } = await find(tab, slip);
        assert.ok(links.slice(0, 3).some(isOnPage(page)), `${slip}: ${links.slice(0, 3)}`);
    }
    await close();
});

test("the section that one looks for is among the first", ranked, async () => {
    const { tab, problems, close } = await openTab(browser);
    await open(tab, "index.html");
    for (const [words, best, within] of [
        ["backpropagation", /^backprop\.html/, 1],
        ["gradient descent", /^(backprop\.html#step_3_1|optimizers\.html)$/, 1],
        ["he initialization", /^initialization\.html#step_6_6$/, 3],
        ["learning rate decay", /^optimizers\.html#step_7_3$/, 1],
        ["why does xor fail", /^(perceptron|xor_mlp)\.html/, 1],
        ["what is a perceptron", /^perceptron\.html/, 2],
        ["퍼셉트론은", /^perceptron\.html/, 3],
        ["σ", /^(backprop\.html#step_3_3|vanishing_gradient\.html#step_4_1)$/, 2],
        ["η", /^backprop\.html#backprop_which$/, 1],
        ["eta", /^backprop\.html#backprop_which$/, 3],
        ["softmax", /^activations\.html#step_5_11$/, 1],
        ["1.4", /^perceptron\.html#step_1_4$/, 1],
        ["3.7", /^backprop\.html#step_3_7$/, 1],
        ["output_delta", /^backprop\.html#step_3_5$/, 3],
        ["hidden_del", /^backprop\.html#step_3_7$/, 3],
        ["gradients", /^(backprop|vanishing_gradient)\.html/, 1],
    ]) {
        const { links } = await find(tab, words);
        assert.ok(links.slice(0, within).some((link) => best.test(link)),
                  `${words}: ${links.slice(0, 5)}`);
    }
    assert.deepEqual(problems, []);
    await close();
});

test("chapters come before the glossary, that before code and galleries", ranked, async () => {
    const { tab, close } = await openTab(browser);
    await open(tab, "index.html");
    const { links } = await find(tab, "backpropagation");
    const place = (page) => (links.findIndex(isOnPage(page)) + links.length + 1) %
        (links.length + 1);
    const code = links.findIndex((link) => /^(namespace|lab_)|_8hpp/.test(link));
    assert.ok(place("backprop.html") < place("glossary.html"), links);
    assert.ok(code < 0 || place("glossary.html") < code, links);
    assert.ok(place("glossary.html") < place("gallery.html"), links);
    await close();
});

test("every section of a chapter is found by its number", ranked, async () => {
    const { tab, close } = await openTab(browser);
    await open(tab, "index.html");
    const sections = contents().flatMap((page) => [...readFileSync(path.join(site, page), "utf8")
        .matchAll(/<h2[^>]* id="step_(\d+)_(\d+)"/g)]
        .map(([, chapter, step]) => [`${chapter}.${step}`, `${page}#step_${chapter}_${step}`]));
    assert.ok(sections.length > 50, "the book has sections");
    for (const [number, link] of sections) {
        assert.equal((await find(tab, number)).links[0], link);
    }
    await close();
});

test("search says when it finds nothing and where else to look, and Escape closes it", async () => {
    const { tab, close } = await openTab(browser);
    await open(tab, "notation.html");
    await tab.keyboard.press("/");
    await tab.keyboard.insertText("xyzzyq");
    await tab.locator("#foundcount", { hasText: 'Nothing holds "xyzzyq"' }).waitFor();
    assert.equal(await tab.locator("#found li a").last().getAttribute("href"), "glossary.html");
    await tab.keyboard.press("Escape");
    assert.ok(await tab.locator("#found").isHidden());
    await close();
});

test("what begins alike is suggested, and can be taken", ranked, async () => {
    const { tab, close } = await openTab(browser);
    await open(tab, "notation.html");
    const { said } = await find(tab, "dropout");
    assert.match(said, /Nothing holds/);
    const first = tab.locator("#found li a").first();
    const word = await first.locator("b").innerText();
    await first.click();
    await tab.locator("#foundcount", { hasText: "section" }).waitFor();
    assert.equal(await tab.inputValue("#query"), word);
    assert.equal(await focused(tab), "query");
    await close();
});

test("a word that is nowhere does not hide the others", ranked, async () => {
    const { tab, close } = await openTab(browser);
    await open(tab, "notation.html");
    const { said, links } = await find(tab, "softmax xyzzyq");
    assert.ok(said.includes('nothing holds "xyzzyq"'), said);
    assert.equal(links[0], "activations.html#step_5_11");
    await close();
});

test("without lunr what is spelt as in the book is found", async () => {
    const { tab, problems, close } = await openTab(browser);
    await tab.addInitScript(() => {
        Object.defineProperty(window, "bookIndex", { get: () => null, set: () => {} });
    });
    await open(tab, "index.html");
    const { links, marked } = await find(tab, "chain rule");
    assert.ok(links.some(isOnPage("backprop.html")), links);
    assert.ok(marked.includes("chain"), marked);
    assert.match((await find(tab, "sigmod")).said, /Nothing holds/);
    assert.deepEqual(problems, []);
    await close();
});

test("the first stop skips to the text, and every stop is seen", async () => {
    const { tab, close } = await openTab(browser);
    for (const page of ["index.html", "perceptron.html", "gallery.html", "reference.html"]) {
        await open(tab, page);
        await tab.keyboard.press("Tab");
        assert.equal(await focused(tab), "skip");
        await tab.keyboard.press("Enter");
        assert.equal(await focused(tab), "main");
        await open(tab, page);
        // One round through the page: no stop without an outline, none outside of the window.
        for (let stop = 0; stop < 60; ++stop) {
            await tab.keyboard.press("Tab");
            const wrong = await tab.evaluate(() => {
                const element = document.activeElement;
                if (element === document.body) {
                    return "";
                }
                const style = getComputedStyle(element);
                const box = element.getBoundingClientRect();
                const outlined = style.outlineStyle !== "none" &&
                                 parseFloat(style.outlineWidth) > 0;
                const visible = box.bottom > 0 && box.top < innerHeight && box.width > 0;
                return outlined && visible ? "" : element.outerHTML.slice(0, 120);
            });
            assert.equal(wrong, "", `${page}, stop ${stop}`);
        }
    }
    await close();
});

test("the contents open and close by keyboard on a phone", async () => {
    const { tab, close } = await openTab(browser, { viewport: { width: 360, height: 740 } });
    await open(tab, "perceptron.html");
    assert.ok(await tab.locator("nav#book").isHidden());
    await tab.focus("#menu");
    await tab.keyboard.press("Enter");
    assert.ok(await tab.locator("nav#book").isVisible());
    await tab.keyboard.press("Escape");
    assert.ok(await tab.locator("nav#book").isHidden());
    assert.equal(await focused(tab), "menu");
    // Who goes on to the text behind the last entry sees it.
    await tab.keyboard.press("Enter");
    await tab.locator("nav#book a").last().focus();
    await tab.keyboard.press("Tab");
    assert.ok(await tab.locator("nav#book").isHidden());
    await close();
});

test("light and dark are remembered", async () => {
    const { tab, close } = await openTab(browser);
    await open(tab, "index.html");
    const dark = () => tab.evaluate(() => document.documentElement.classList.contains("dark-mode"));
    assert.equal(await dark(), false);
    await tab.click("#theme");
    assert.equal(await dark(), true);
    await open(tab, "errata.html");
    assert.equal(await dark(), true);
    await close();
});

test("a figure of the gallery opens large, with all that belongs to it", async () => {
    const { tab, problems, close } = await openTab(browser);
    await open(tab, "gallery.html");
    const figures = await tab.locator("ul.gallery > li").count();
    assert.ok(figures > 20);
    await tab.locator("ul.gallery a.small").first().focus();
    await tab.keyboard.press("Enter");
    const captions = new Set();
    for (let i = 0; i < figures; ++i) {
        const text = await tab.locator("dialog").innerText();
        captions.add(text.match(/Figure [0-9.]+/)[0]);
        for (const part of ["Drawn after", "In the book", "data (CSV)", "./workbook figures "]) {
            assert.ok(text.includes(part), part);
        }
        await tab.keyboard.press("ArrowRight");
    }
    assert.equal(captions.size, figures);
    await tab.keyboard.press("Escape");
    assert.ok(await tab.locator("dialog").isHidden());
    assert.equal(await focused(tab), "small");
    assert.deepEqual(problems, []);
    await close();
});

test("animations pause, and stand still for those who want no motion", async () => {
    const { tab, close } = await openTab(browser);
    await open(tab, "backprop.html");
    const figure = tab.locator("figure.animated").first();
    assert.ok(await figure.locator("img.moving").isVisible());
    await figure.locator("button").focus();
    await tab.keyboard.press("Enter");
    assert.ok(await figure.locator("img.moving").isHidden());
    assert.ok(await figure.locator("img.still").isVisible());
    await tab.emulateMedia({ reducedMotion: "reduce" });
    await open(tab, "backprop.html");
    assert.ok(await figure.locator("img.moving").isHidden());
    await close();
});

test("without scripts the text and the contents are there", async () => {
    const { tab, close } = await openTab(browser, { javaScriptEnabled: false });
    await tab.goto(address("perceptron.html"));
    assert.ok(await tab.locator("nav#book a").first().isVisible());
    assert.ok(await tab.locator("main p").first().isVisible());
    await close();
});
