// axe-core finds nothing serious or critical, in light and in dark.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { open, openTab, pages, startBrowser } from "./site.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser.close());

async function violations(tab) {
    await tab.evaluate(axe);
    const found = await tab.evaluate(() => axe.run(document, {
        resultTypes: ["violations"],
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"],
    }));
    return found.violations.filter(({ impact }) => ["serious", "critical"].includes(impact))
        .map(({ id, nodes }) => `${id}: ${nodes.length} times, first ` +
                                `${nodes[0].html.slice(0, 160)} ` + nodes[0]
                                    .failureSummary.replace(/\s+/g, " ").slice(0, 200));
}

for (const colorScheme of ["light", "dark"]) {
    for (const page of pages) {
        test(`${page}, ${colorScheme}`, async () => {
            const { tab, close } = await openTab(browser, { colorScheme });
            await open(tab, page);
            assert.deepEqual(await violations(tab), []);
            await close();
        });
    }
    test(`search results and an opened figure, ${colorScheme}`, async () => {
        const { tab, close } = await openTab(browser, { colorScheme });
        await open(tab, "gallery.html");
        await tab.fill("#query", "weight");
        await tab.locator("#found li").first().waitFor();
        assert.deepEqual(await violations(tab), []);
        await tab.keyboard.press("Escape");
        await tab.locator("ul.gallery a.small").first().click();
        assert.deepEqual(await violations(tab), []);
        await close();
    });
}
