// Every page opens from a file, on a phone and on a desk; nothing in it is missing or broken, and
// axe-core finds no serious barrier, in light and in dark.
//
// One opening of a page serves all of that. What is left out, and only this:
//   - With NOTES_READ=DIR, an edition whose pages are read already, a page with the same text as
//     there is not opened again; its links and labels are still looked at.
//   - Of the pages that Doxygen makes of the interfaces, all of a few templates, axe-core looks at
//     one of each kind and at a share of the others that changes with every run. The seed is
//     printed; NOTES_SEED repeats it, NOTES_ALL=1 takes all.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { address, contents, open, openTab, pages, site, startBrowser } from "./site.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const all = Boolean(process.env.NOTES_ALL);
const seed = Number(process.env.NOTES_SEED ?? Math.floor(Math.random() * 1e6));
const shareOfTheOthers = 0.2;

// --- which pages ----------------------------------------------------------------------------------

const source = (folder, page) => readFileSync(path.join(folder, page), "utf8");
// A page but for what every page of its edition says: the edition and the contents.
const ownPart = (html) => html.replace(/<a id="booktitle".*?<\/nav>/s, "");
const read = process.env.NOTES_READ;
const isRead = (page) => !all && Boolean(read) && existsSync(path.join(read, page)) &&
    ownPart(source(read, page)) === ownPart(source(site, page));
const kindOf = (page) => page.replace(/^(namespace|struct|class).*?(-members)?\.html$/, "$1$2")
    .replace(/^.*_8hpp_source\.html$/, "source");

// The same seed, the same pages: a number in [0, 1) that belongs to a page.
function chance(page) {
    let state = seed >>> 0;
    for (const letter of page) {
        state = Math.imul(state ^ letter.codePointAt(0), 0x9e3779b1);
        state ^= state >>> 15;
    }
    return (state >>> 0) / 2 ** 32;
}

function choose() {
    const chosen = new Set(contents());
    const kinds = new Set();
    for (const page of [...pages].sort((a, b) => chance(a) - chance(b))) {
        if (all || !kinds.has(kindOf(page)) || chance(page) < shareOfTheOthers) {
            chosen.add(page);
        }
        kinds.add(kindOf(page));
    }
    return chosen;
}
const toBeExamined = choose();
const toBeOpened = pages.filter((page) => !isRead(page));
console.log(`seed ${seed}: ${toBeOpened.length} of ${pages.length} pages opened, ` +
            `${toBeOpened.filter((page) => toBeExamined.has(page)).length} of them examined by axe`);

// --- one browser, a tab for each core -------------------------------------------------------------

let browser;
const tabs = [];
before(async () => { browser = await startBrowser(); });
after(() => browser.close());

// Lends a tab: on a phone, in light, with nothing remembered.
async function withTab(work) {
    const lent = tabs.pop() ?? await openTab(browser);
    lent.problems.length = 0;
    await lent.tab.setViewportSize({ width: 360, height: 740 });
    try {
        await work(lent);
        tabs.push(lent);
    } catch (error) {
        await lent.close(); // in whatever state it is
        throw error;
    }
}

// --- what is looked at ----------------------------------------------------------------------------

// The labels of a page, from its source: scripts add none.
const labels = new Map();
const labelsOf = (file) => {
    if (!labels.has(file)) {
        const html = readFileSync(file, "utf8");
        labels.set(file, new Set([...html.matchAll(/\b(?:id|name)="([^"]+)"/g)]
            .map((match) => match[1])));
    }
    return labels.get(file);
};

// What is wrong with where a link leads, or nothing.
function brokenLink(href) {
    if (/^(https?|data):/.test(href)) {
        return null; // to the world outside, of which nothing is asked here; or all in itself
    }
    const url = new URL(href);
    const file = fileURLToPath(`${url.protocol}//${url.pathname}`);
    if (!existsSync(file)) {
        return `${href}: no such file`;
    }
    if (!path.resolve(file).startsWith(site)) {
        return `${href}: outside of the site`;
    }
    const label = decodeURIComponent(url.hash.slice(1));
    return label && !labelsOf(file).has(label) ? `${href}: no such place` : null;
}

// In a tab: what can be said of the page at an address without a look at it; when it is not the
// one that is open, from its source.
function structure([at, html]) {
    const page = html ? new DOMParser().parseFromString(html, "text/html") : document;
    const wrong = [];
    const ids = [...page.querySelectorAll("[id]")].map((element) => element.id);
    for (const id of ids.filter((id, i) => ids.indexOf(id) !== i)) {
        wrong.push(`two elements are called ${id}`);
    }
    for (const image of page.querySelectorAll("main img")) {
        if (!image.alt.trim()) {
            wrong.push(`no alternative text: ${image.src}`);
        }
    }
    if (page.querySelectorAll("h1").length !== 1) {
        wrong.push("not one title");
    }
    const links = [...page.links].map((link) => link.getAttribute("href"));
    const pictures = [...page.images].map((image) => image.getAttribute("src"));
    return { wrong, links: [...new Set([...links, ...pictures])]
        .map((link) => new URL(link, at).href) };
}

// In the page: pictures, and formulas that stayed as they were written, could not be set, or need
// a script to be seen.
async function rendering() {
    const wrong = [];
    for (const image of document.querySelectorAll("main img")) {
        image.loading = "eager";
        await image.decode().catch(() => {});
        if (image.naturalWidth === 0) {
            wrong.push(`missing image ${image.src}`);
        }
    }
    const main = document.querySelector("main");
    const text = main.cloneNode(true);
    text.querySelectorAll(".fragment, script, annotation").forEach((code) => code.remove());
    const raw = text.textContent.match(/\\[([][^\n]{0,40}|\\begin\{[^\n]{0,40}|\\f[$[{]/);
    if (raw) {
        wrong.push(`a formula is not set: ${raw[0]}`);
    }
    for (const bad of main.querySelectorAll("merror, .katex-error")) {
        wrong.push(`a formula cannot be set: ${bad.textContent.slice(0, 60)}`);
    }
    const sources = main.querySelectorAll("annotation[encoding='application/x-tex']").length;
    const set = [...main.querySelectorAll(".katex > .katex-html")]
        .filter((formula) => formula.closest("[hidden]") || formula.getClientRects().length > 0);
    if (sources !== set.length) {
        wrong.push(`${sources} formulas, ${set.length} of them set`);
    }
    for (const script of document.querySelectorAll("script[src]")) {
        const source = script.getAttribute("src");
        if (!["notes.js", "previews.js", "search.js", "explorables/start.js"].includes(source)) {
            wrong.push(`a page needs the script ${source}`);
        }
    }
    text.querySelectorAll("code, pre").forEach((code) => code.remove());
    const marks = text.textContent.match(/.{0,20}\*\*.{0,20}/);
    if (marks) {
        wrong.push(`emphasis that was not understood: ${marks[0]}`);
    }
    if (main.innerText.match(/\{\{(value|table|figure|explore)s? |\\(ref|cite|snippet)\b/)) {
        wrong.push("something was not filled in");
    }
    return wrong;
}

// No page is wider than a phone, with its contents open or closed.
async function tooWide(tab) {
    const wrong = [];
    const width = () => tab.evaluate(() => document.documentElement.scrollWidth);
    for (const state of ["closed", "open"]) {
        if (await width() > 360) {
            wrong.push(`on a phone, contents ${state}: ${await width()} pixels`);
        }
        await tab.click("#menu");
    }
    return wrong;
}

// In the page: what axe-core calls serious or critical. Contrast depends on how a text looks and
// on what is behind it, so one of all texts that agree in both is enough: a listing has thousands
// of words in ten colours.
async function barriers([rules, everyText]) {
    const looks = new Map();
    const lookOf = (element) => {
        if (!looks.has(element)) {
            const style = getComputedStyle(element);
            looks.set(element, [
                element.parentElement ? lookOf(element.parentElement) : "",
                ...["backgroundColor", "backgroundImage", "opacity", "filter", "mixBlendMode",
                    "position", "display", "visibility"].map((key) => style[key])].join());
        }
        return looks.get(element);
    };
    const seen = new Set();
    for (const element of document.body.querySelectorAll("*")) {
        element.removeAttribute("data-looked-at");
        const hasText = element.matches("input, select, textarea") || [...element.childNodes]
            .some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
        if (hasText || everyText) {
            const style = getComputedStyle(element);
            const look = [lookOf(element), style.color, style.fontSize, style.fontWeight,
                          style.textShadow].join();
            element.toggleAttribute("data-looked-at", everyText || !seen.has(look));
            seen.add(look);
        }
    }
    axe.configure({ rules: [{ id: "color-contrast", selector: "[data-looked-at]" }] });
    // Style sheets are not loaded once more: no rule here reads them.
    const found = await axe.run(document, {
        resultTypes: ["violations"], preload: false, runOnly: rules,
    });
    return found.violations.filter(({ impact }) => ["serious", "critical"].includes(impact))
        .map(({ id, nodes }) => `${id}: ${nodes.length} times, first ` +
                                `${nodes[0].html.slice(0, 160)} ` + nodes[0]
                                    .failureSummary.replace(/\s+/g, " ").slice(0, 200));
}
const everything = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];
const colors = ["color-contrast", "link-in-text-block"];

async function examine(tab) {
    await tab.setViewportSize({ width: 1280, height: 900 });
    // The letters of a formula are thousands of elements of one colour, hidden from readers of
    // its MathML.
    await tab.evaluate(() => document.querySelectorAll(".katex-html")
        .forEach((letters) => letters.replaceChildren()));
    await tab.evaluate(axe);
    const wrong = await tab.evaluate(barriers, [everything, all]);
    await tab.click("#theme");
    // What differs in the dark is colour.
    const inTheDark = await tab.evaluate(barriers, [colors, all]);
    await tab.evaluate(() => localStorage.clear());
    return [...wrong, ...inTheDark.map((barrier) => `in the dark: ${barrier}`)];
}

// --- the tests ------------------------------------------------------------------------------------

describe("every page", { concurrency: availableParallelism() }, () => {
    for (const page of toBeOpened) {
        test(page, () => withTab(async ({ tab, problems }) => {
            await open(tab, page);
            const { wrong, links } = await tab.evaluate(structure, [address(page)]);
            wrong.push(...links.map(brokenLink).filter(Boolean));
            wrong.push(...await tooWide(tab));
            wrong.push(...await tab.evaluate(rendering));
            if (toBeExamined.has(page)) {
                wrong.push(...await examine(tab));
            }
            assert.deepEqual([...problems, ...wrong], []);
        }));
    }

    test("pages that are read already lead to places that are there", () => withTab(
        async ({ tab }) => {
            await tab.goto(address("index.html"));
            for (const page of pages.filter(isRead)) {
                const { wrong, links } = await tab.evaluate(
                    structure, [address(page), source(site, page)]);
                wrong.push(...links.map(brokenLink).filter(Boolean));
                assert.deepEqual(wrong, [], page);
            }
        }));

    for (const colorScheme of ["light", "dark"]) {
        test(`search results and an opened figure, ${colorScheme}`, async () => {
            const { tab, close } = await openTab(browser, { colorScheme });
            await open(tab, "gallery.html");
            assert.equal(await tab.evaluate(
                () => document.documentElement.classList.contains("dark-mode")),
                colorScheme === "dark");
            await tab.evaluate(axe);
            await tab.fill("#query", "weight");
            await tab.locator("#found li").first().waitFor();
            assert.deepEqual(await tab.evaluate(barriers, [everything, all]), []);
            await tab.keyboard.press("Escape");
            await tab.locator("ul.gallery a.small").first().click();
            assert.deepEqual(await tab.evaluate(barriers, [everything, all]), []);
            await close();
        });
    }
});
