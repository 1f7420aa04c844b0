// What the tests of the figures that can be touched share.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { open, openTab, pages, site } from "./site.mjs";

export const folder = path.join(site, "explorables");
const native = path.resolve(process.env.EXPLORABLES_HERE);
export const skip = existsSync(folder) ? false : "the notes were built without them";

// What an export gives on this machine.
export const here = (name, ...given) => {
    const result = spawnSync(native, { input: `${[name, ...given.flat(Infinity)].join(" ")}\n`,
        encoding: "utf8" });
    assert.equal(result.status, 0, result.stderr);
    return result.stdout.trim().split(/\s+/).map(Number);
};
export const written = (value, digits = 4) => {
    const text = Math.abs(value).toFixed(digits);
    return value < 0 && Number(text) !== 0 ? `−${text}` : text;
};
export const near = (shown, expected) => assert.deepEqual(shown, expected.map((v) => written(v)));

// A number with three digits that say something.
export const about = (text, right) => {
    const shown = Number(text.replaceAll("−", "-"));
    assert.ok(Math.abs(shown - right) <= 6e-3 * Math.abs(right), `${text} for ${right}`);
};

// The page with this explorable.
export const pageOf = (name) => pages.find((page) =>
    readFileSync(path.join(site, page), "utf8").includes(`data-explorable="${name}"`));
export const all = () => pages.flatMap((page) =>
    [...readFileSync(path.join(site, page), "utf8").matchAll(/data-explorable="(\w+)"/g)]
        .map((match) => match[1]));

export const touched = async (browser, name, options) => {
    const opened = await openTab(browser, options);
    await open(opened.tab, pageOf(name));
    const figure = opened.tab.locator(`[data-explorable="${name}"]`);
    await figure.locator("button.touch").first().click();
    await figure.locator(".live svg").first().waitFor();
    return { ...opened, figure };
};
export const texts = (figure, selector) => figure.locator(selector).allTextContents();
export const cells = (figure) => texts(figure, "table.numbers tbody td");
export const slider = (figure, name) => figure.getByRole("slider", { name, exact: true });
export const press = async (figure, name, keys) => {
    await slider(figure, name).focus();
    for (const key of keys) {
        await figure.page().keyboard.press(key);
    }
};
