// What the pages show beside the text: previews of links, numbers of equations, notes in the margin,
// the network on the cover, pictures that are loaded when they are seen.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open, openTab, startBrowser } from "./site.mjs";

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser.close());

const preview = (tab) => tab.locator("div.preview");
// A link of a text: what it leads to, and a word that its preview has.
const links = [
    ["backprop.html", "a[href$='#equation_backprop_descent']", "(3.1)"],
    ["backprop.html", "a[href$='#table_backprop_example_update']", "All twelve parameters"],
    ["xor_mlp.html", "a[href$='#figure_xor_mlp_dense_stack']", "Dense(5"],
    ["initialization.html", "a[href$='#equation_backprop_general_rule']", "(3.5)"],
    ["perceptron.html", "a[href$='#cite_minsky1969']", "Papert"],
    ["perceptron.html", "a.term", "perceptron"],
    ["backprop.html", "a[href$='#step_3_11']", "3.11 A gradient checker"],
];

test("the mouse on a link shows what it leads to", async () => {
    const { tab, problems, close } = await openTab(browser);
    for (const [page, link, words] of links) {
        await open(tab, page);
        const first = tab.locator(`#main .textblock > p ${link}`).first();
        await first.hover();
        await preview(tab).waitFor({ state: "visible", timeout: 20_000 });
        assert.ok((await preview(tab).innerText()).includes(words), `${page} ${link}: ${words}`);
        const box = await preview(tab).boundingBox();
        assert.ok(box.x >= 0 && box.x + box.width <= 1280 && box.y >= 0 && box.y + box.height <= 900,
                  `${link}: out of the window`);
        await tab.mouse.move(5, 500);
        await preview(tab).waitFor({ state: "hidden" });
    }
    assert.deepEqual(problems, []);
    await close();
});

test("so does the focus, until Escape; what is shown holds nothing to be focused", async () => {
    const { tab, close } = await openTab(browser);
    await open(tab, "perceptron.html");
    await tab.keyboard.press("Tab"); // so that the focus is one of the keyboard
    await tab.locator("#main a[href$='#cite_minsky1969']").first().focus();
    await preview(tab).waitFor({ state: "visible" });
    assert.equal(await preview(tab).locator("a[href], button, [tabindex], [id]").count(), 0);
    await tab.keyboard.press("Escape");
    assert.ok(await preview(tab).isHidden());
    await close();
});

test("on a touch screen there is none, and the link is followed", async () => {
    const { tab, close } = await openTab(browser, { hasTouch: true, isMobile: true,
                                                    viewport: { width: 390, height: 800 } });
    await open(tab, "backprop.html");
    await tab.locator("#main a[href$='#equation_backprop_descent']").first().tap();
    await tab.waitForTimeout(600);
    assert.ok(await preview(tab).isHidden());
    assert.ok(tab.url().endsWith("#equation_backprop_descent"));
    await close();
});

test("an equation has its number beside it, in sight also where the formula scrolls", async () => {
    const { tab, close } = await openTab(browser, { viewport: { width: 390, height: 800 } });
    await open(tab, "backprop.html");
    const numbers = await tab.$$eval(".equation > .number", (all) => all.map((one) => {
        const { left, right } = one.getBoundingClientRect();
        return [one.textContent, left > 0 && right <= innerWidth];
    }));
    assert.deepEqual(numbers.map(([number]) => number),
                     numbers.map((_, i) => `(3.${i + 1})`));
    assert.ok(numbers.length > 3 && numbers.every(([, inSight]) => inSight));
    await close();
});

test("no line begins with the punctuation behind a formula", async () => {
    for (const width of [390, 1280]) {
        const { tab, close } = await openTab(browser, { viewport: { width, height: 800 } });
        await open(tab, "optimizers.html");
        const torn = await tab.evaluate(() => [...document.querySelectorAll(".unbroken")]
            .filter((formula) => {
                const bases = formula.querySelectorAll(".base");
                const end = document.createRange();
                end.selectNode(formula.lastChild);
                const last = bases[bases.length - 1].getBoundingClientRect();
                return last.width > 0 && end.getBoundingClientRect().left < last.right - 1;
            }).map((formula) => formula.textContent));
        assert.deepEqual(torn, []);
        await close();
    }
});

test("a note in the margin leaves no band of the page empty", async () => {
    const { tab, close } = await openTab(browser);
    for (const page of ["perceptron", "xor_mlp", "backprop", "vanishing_gradient", "activations",
                        "initialization", "optimizers", "losses", "generalization"]) {
        await open(tab, `${page}.html`);
        const bands = await tab.$$eval("aside.in_source:not(.boxed)", (notes) => notes.map((note) => {
            let last = note.previousElementSibling;
            let next = note.nextElementSibling;
            while (next?.matches("p, ul, ol, blockquote, details")) {
                last = next;
                next = next.nextElementSibling;
            }
            return note.getBoundingClientRect().bottom - last.getBoundingClientRect().bottom;
        }));
        assert.ok(bands.every((band) => band < 12), `${page}: ${bands}`);
    }
    await close();
});

test("the network on the cover moves, pauses, and stands still for those who want no motion", async () => {
    const { tab, problems, close } = await openTab(browser);
    const moving = () => tab.$eval("figure.network", (figure) => figure.getAnimations({ subtree: true })
        .filter((one) => one.playState === "running").length);
    await open(tab, "index.html");
    assert.ok(await moving() > 20);
    assert.match(await tab.locator("figure.network svg").innerHTML(), /0\.677[^]*−0\.111/);
    await tab.locator("figure.network button").focus();
    await tab.keyboard.press("Enter");
    assert.equal(await moving(), 0);
    await tab.emulateMedia({ reducedMotion: "reduce" });
    await open(tab, "index.html");
    assert.equal(await moving(), 0);
    assert.deepEqual(problems, []);
    await close();
});

test("the gallery loads its pictures when they are seen, under their titles", async () => {
    const { tab, close } = await openTab(browser);
    await open(tab, "gallery.html");
    const last = tab.locator("ul.gallery img.thumbnail").last();
    assert.equal(await last.evaluate((image) => image.naturalWidth), 0);
    await last.scrollIntoViewIfNeeded();
    await tab.waitForFunction(() =>
        [...document.querySelectorAll("ul.gallery img.thumbnail")].at(-1).naturalWidth > 0);
    const titles = await tab.locator("ul.gallery a.small span").allInnerTexts();
    assert.ok(titles.every((title) => /^\d+\.\d+ [^_]+$/u.test(title)), titles.find((t) => t.includes("_")));
    await close();
});

test("every page says its version, its date and who wrote it", async () => {
    const { tab, close } = await openTab(browser);
    await open(tab, "glossary.html");
    assert.match(await tab.locator("main > footer").innerText(),
                 /version \d+\.\d+\.\d+, \d+ [A-Z][a-z]+ \d{4}, by its authors/);
    assert.ok(await tab.locator("meta[name=author]").getAttribute("content"));
    await close();
});
