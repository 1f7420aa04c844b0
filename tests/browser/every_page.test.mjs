// Every page opens from a file, and nothing in it is missing or broken.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { open, openTab, pages, site, startBrowser } from "./site.mjs";

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser.close());

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
    if (/^https?:/.test(href)) {
        return null; // to the world outside; nothing is asked of it here
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

for (const page of pages) {
    test(page, async () => {
        const { tab, problems, close } = await openTab(browser);
        await open(tab, page);
        const seen = await tab.evaluate(async () => {
            const wrong = [];
            const images = [...document.querySelectorAll("main img")];
            for (const image of images) {
                image.loading = "eager";
                await image.decode().catch(() => {});
                if (image.naturalWidth === 0) {
                    wrong.push(`missing image ${image.src}`);
                }
                if (!image.alt.trim()) {
                    wrong.push(`no alternative text: ${image.src}`);
                }
            }
            const ids = [...document.querySelectorAll("[id]")].map((element) => element.id)
                .filter((id) => !id.startsWith("MathJax") && !id.startsWith("MJ"));
            for (const id of ids.filter((id, i) => ids.indexOf(id) !== i)) {
                wrong.push(`two elements are called ${id}`);
            }
            const main = document.querySelector("main");
            // Formulas that stayed as they were written, or that could not be set.
            const text = main.cloneNode(true);
            text.querySelectorAll(".fragment, script").forEach((code) => code.remove());
            const raw = text.textContent.match(/\\[([][^\n]{0,40}|\\begin\{[^\n]{0,40}|\\f[$[{]/);
            if (raw) {
                wrong.push(`a formula is not set: ${raw[0]}`);
            }
            for (const bad of main.querySelectorAll("merror, .MathJax_Error, .MJX_Error")) {
                wrong.push(`a formula cannot be set: ${bad.textContent.slice(0, 60)}`);
            }
            const sources = main.querySelectorAll("script[type^='math/tex']").length;
            const set = main.querySelectorAll("span.MathJax_SVG > svg").length;
            if (sources !== set) {
                wrong.push(`${sources} formulas, ${set} of them set`);
            }
            text.querySelectorAll("code, pre").forEach((code) => code.remove());
            const marks = text.textContent.match(/.{0,20}\*\*.{0,20}/);
            if (marks) {
                wrong.push(`emphasis that was not understood: ${marks[0]}`);
            }
            if (main.innerText.match(/\{\{(value|table|figure)s? |\\(ref|cite|snippet)\b/)) {
                wrong.push("something was not filled in");
            }
            if (document.querySelectorAll("h1").length !== 1) {
                wrong.push("not one title");
            }
            return { wrong, links: [...document.links].map((link) => link.href) };
        });
        const broken = [...new Set(seen.links)].map(brokenLink).filter(Boolean);
        assert.deepEqual([...problems, ...seen.wrong, ...broken], []);
        await close();
    });
}

test("no page is wider than a phone, with its contents open or closed", async () => {
    const { tab, close } = await openTab(browser, { viewport: { width: 360, height: 740 } });
    const wide = [];
    for (const page of pages) {
        await open(tab, page);
        const width = () => tab.evaluate(() => document.documentElement.scrollWidth);
        if (await width() > 360) {
            wide.push(`${page}: ${await width()} pixels`);
        }
        await tab.click("#menu");
        if (await width() > 360) {
            wide.push(`${page}, contents open: ${await width()} pixels`);
        }
    }
    assert.deepEqual(wide, []);
    await close();
});
