// The figures that can be touched, as figures: when they are loaded, how large and how fast they are,
// and who can use them. What they show is in explorable_numbers.test.mjs.
import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { after, before, test } from "node:test";
import { open, openTab, startBrowser } from "./site.mjs";
import { all, folder, pageOf, skip, touched } from "./touching.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser.close());

test("until it is touched a still figure stands there, and nothing is loaded", { skip }, async () => {
    assert.ok(all().length >= 5, "there are explorables");
    for (const name of all()) {
        const { tab, problems, close } = await openTab(browser);
        const asked = [];
        tab.on("request", (request) => asked.push(path.basename(request.url())));
        await open(tab, pageOf(name));
        const figure = tab.locator(`[data-explorable="${name}"]`);
        assert.equal(await figure.locator(".picture img").first().isVisible(), true);
        assert.equal(await figure.locator(".live").count(), 0);
        assert.deepEqual(asked.filter((file) => file.endsWith(".wasm.js")), []);
        assert.deepEqual(problems, []);
        await close();
    }
});

test("without scripts there is nothing but the still figure", { skip }, async () => {
    const { tab, close } = await openTab(browser, { javaScriptEnabled: false });
    await open(tab, pageOf("network"));
    const figure = tab.locator("[data-explorable=network]");
    assert.equal(await figure.locator(".picture img").isVisible(), true);
    assert.equal(await figure.locator("button").count(), 0);
    await close();
});

test("a page grows by less than 300 kB", { skip }, () => {
    const size = (file) => statSync(path.join(folder, file)).size;
    const files = readdirSync(folder);
    const shared = files.filter((file) => !/^\d\d_/.test(file));
    for (const module of files.filter((file) => file.endsWith(".wasm.js"))) {
        const own = [module, module.replace(".wasm.js", ".js")];
        const bytes = [...shared, ...own].reduce((sum, file) => sum + size(file), 0);
        assert.ok(bytes < 300_000, `${module} with what it needs: ${bytes} bytes`);
    }
});

test("each can be used on a phone, in the dark, and read aloud", { skip }, async () => {
    for (const name of all()) {
        for (const options of [{ viewport: { width: 390, height: 844 }, hasTouch: true,
            colorScheme: "dark" }, { reducedMotion: "reduce" }]) {
            const { tab, figure, problems, close } = await touched(browser, name, options);
            const wide = await tab.evaluate(() =>
                document.documentElement.scrollWidth - window.innerWidth);
            assert.ok(wide <= 0, `${name} is ${wide} pixels wider than the page`);
            const small = await figure.locator(".live svg text").evaluateAll((list) => list
                .filter((text) => text.textContent && !text.classList.contains("index"))
                .filter((text) => parseFloat(getComputedStyle(text).fontSize) < 11)
                .map((text) => text.textContent));
            assert.deepEqual(small, [], `${name}: small letters`);
            await tab.evaluate(axe);
            const found = await tab.evaluate((selector) => window.axe.run(selector,
                { preload: false }),
                `[data-explorable="${name}"]`);
            assert.deepEqual(found.violations.map(({ id, nodes }) =>
                `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" ")}`), [], name);
            await tab.waitForFunction((selector) => document.querySelector(selector).textContent,
                `[data-explorable="${name}"] .said`);
            assert.deepEqual(problems, []);
            await close();
        }
    }
});

// A sixtieth of a second is what a million and a half sines take on a plain laptop; on a slower or a
// busier machine they take longer, and so may a change.
const sixtieth = (tab) => tab.evaluate(() => Math.min(...[...Array(10)].map(() => {
    const begin = performance.now();
    let sum = 0;
    for (let i = 0; i < 1.5e6; ++i) {
        sum += Math.sin(i);
    }
    return performance.now() - begin + 0 * sum;
})));

test("a change is drawn within a sixtieth of a second", { skip }, async () => {
    for (const name of all()) {
        const { tab, figure, close } = await touched(browser, name);
        const times = await figure.locator(".live :is([role=slider], input[type=range], canvas)").first()
            .evaluate((hand) => [...Array(60)].map((_, i) => {
                const begin = performance.now();
                if (hand.matches("input")) {
                    hand.value = Number(hand.value) + (i % 2 ? 1 : -1) * Number(hand.step);
                    hand.dispatchEvent(new Event("input"));
                } else {
                    hand.dispatchEvent(new KeyboardEvent("keydown",
                        { key: i % 2 ? "ArrowLeft" : "ArrowRight" }));
                }
                hand.getBoundingClientRect();
                return performance.now() - begin;
            }));
        // Others use this machine too: the fastest of them counts.
        const fast = Math.min(...times);
        const allowed = await sixtieth(tab);
        assert.ok(fast < allowed, `${name} takes ${fast.toFixed(1)} ms of ${allowed.toFixed(1)}`);
        assert.equal(await tab.locator(".explorable.open").count(), 1);
        await close();
    }
});

test("it goes back to the still figure, and paper has the still figure", { skip }, async () => {
    const { tab, figure, close } = await touched(browser, "network");
    await tab.emulateMedia({ media: "print" });
    assert.equal(await figure.locator(".live").isVisible(), false);
    assert.equal(await figure.locator(".picture img").isVisible(), true);
    await tab.emulateMedia({ media: "screen" });
    await figure.getByRole("button", { name: "Still figure" }).click();
    assert.equal(await figure.locator(".picture img").isVisible(), true);
    await figure.getByRole("button", { name: "Touch this figure" }).click();
    assert.equal(await figure.locator(".live svg").first().isVisible(), true);
    await close();
});
