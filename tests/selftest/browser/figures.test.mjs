// Every figure can be read: no text lies on another or leaves its panel or the picture, and no
// letter is too small where the figure is shown: on a page, on a phone, on paper.
//
// The letters' places are the browser's own. What a letter covers is its ink, not its line: a box as
// high as the text's tallest letter, as wide as the text is set, turned as the text is turned.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { contents, open, openTab, site, startBrowser } from "./site.mjs";

// Where a figure is shown, the width that it has there, and the smallest letters, in pixels of CSS.
// On paper 6 pt are 8 of them, and print.js sets a figure at 0.88 of its size at the smallest.
const media = [
    { name: "page", ending: /^[^.]+\.svg$/, room: 826, smallest: 8 },
    { name: "phone", ending: /\.phone\.svg$/, room: 340, smallest: 9 },
    { name: "paper", ending: /\.paper\.svg$/, room: 642, smallest: 8 / 0.88 },
];

const folder = path.join(site, "figures");
const chapters = readdirSync(folder).sort();

let browser;
let figures; // a tab for them
before(async () => {
    browser = await startBrowser();
    figures = await openTab(browser);
    await figures.tab.setContent("<!DOCTYPE html><body style='margin:0'></body>");
});
after(() => browser.close());

// In the tab: what is wrong with the letters of an SVG.
function faults([svg, room, smallest]) {
    document.body.innerHTML = svg.replace(/<\?xml.*?\?>|<!DOCTYPE[^>]*>/g, "");
    const root = document.querySelector("svg");
    const width = parseFloat(root.getAttribute("width"));
    const height = parseFloat(root.getAttribute("height"));
    const pen = document.createElement("canvas").getContext("2d");
    const origin = root.getBoundingClientRect();

    // The ink of a run of letters of one size, as four corners in the picture.
    const inkOf = (element, from, run) => {
        const style = getComputedStyle(element);
        pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
        const ink = pen.measureText(run);
        const text = element.closest("text");
        const start = text.getStartPositionOfChar(from);
        const end = text.getEndPositionOfChar(from + run.length - 1);
        const top = start.y - ink.actualBoundingBoxAscent;
        const bottom = start.y + ink.actualBoundingBoxDescent;
        const matrix = text.getScreenCTM();
        return {
            corners: [[start.x, top], [end.x, top], [end.x, bottom], [start.x, bottom]]
                .map(([x, y]) => new DOMPoint(x, y).matrixTransform(matrix))
                .map(({ x, y }) => [x - origin.x, y - origin.y]),
            size: parseFloat(style.fontSize) * Math.hypot(matrix.a, matrix.b),
        };
    };

    // Texts, each with its runs.
    const texts = [...root.querySelectorAll("text")].map((element) => {
        const runs = [];
        let from = 0;
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const lead = node.data.length - node.data.trimStart().length;
            const run = node.data.trim();
            if (run && from + lead + run.length <= element.getNumberOfChars()) {
                runs.push(inkOf(node.parentElement, from + lead, run));
            }
            from += node.data.length;
        }
        return { words: element.textContent.trim(), runs };
    }).filter(({ runs }) => runs.length > 0);
    // gnuplot writes what has a background twice at the same place.
    const places = texts.map(({ words, runs }) => JSON.stringify([words, runs]));
    const once = texts.filter((_, i) => places.indexOf(places[i]) === i);

    // Two boxes that are apart in the direction of one of their sides do not overlap (the theorem
    // of separating axes). Touching by less than a pixel is not seen.
    const apart = (a, b) => [[0, 1], [1, 2]].some(([i, j]) => [a, b].some((box) => {
        const [x, y] = [box[j][0] - box[i][0], box[j][1] - box[i][1]];
        const length = Math.hypot(x, y) || 1;
        const shadow = (corners) => corners.map(([px, py]) => (px * x + py * y) / length);
        const [of_a, of_b] = [shadow(a), shadow(b)];
        return Math.max(...of_a) < Math.min(...of_b) + 0.9 ||
               Math.max(...of_b) < Math.min(...of_a) + 0.9;
    }));

    const wrong = [];
    // The panels are a grid. Above and below them there may be what belongs to all.
    const [rows, columns, head, foot] =
        (root.dataset.panels ?? "1 1 0 0").split(" ").map(Number);
    const scale = Math.min(1, room / width);
    for (const { words, runs } of once) {
        const xs = runs.flatMap(({ corners }) => corners.map(([x]) => x));
        const ys = runs.flatMap(({ corners }) => corners.map(([, y]) => y));
        const [left, right] = [Math.min(...xs), Math.max(...xs)];
        const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
        if (left < -0.5 || top < -0.5 || right > width + 0.5 || bottom > height + 0.5) {
            wrong.push(`"${words}" leaves the picture`);
        }
        const isCrossed = (edge, low, high) => low < edge - 2 && high > edge + 2;
        const edges = (from, to, parts) =>
            [...Array(parts).keys()].map((i) => from + i * (to - from) / parts);
        const panels = height - foot;
        const isInPanels = top < panels && bottom > head + 2;
        if ((isInPanels && edges(0, width, columns).slice(1)
                .some((x) => isCrossed(x, left, right))) ||
                [...edges(head, panels, rows).slice(1), ...(foot > 0 ? [panels] : [])]
                    .some((y) => isCrossed(y, top, bottom))) {
            wrong.push(`"${words}" leaves its panel`);
        }
        const size = scale * Math.min(...runs.map((run) => run.size));
        if (size < smallest - 0.05) {
            wrong.push(`"${words}": letters of ${size.toFixed(1)} pixels`);
        }
    }
    once.forEach((a, i) => once.slice(i + 1).forEach((b) => {
        if (a.runs.some((one) => b.runs.some((two) => !apart(one.corners, two.corners)))) {
            wrong.push(`"${a.words}" lies on "${b.words}"`);
        }
    }));
    return wrong;
}

for (const { name, ending, room, smallest } of media) {
    describe(`the letters of every figure, on a ${name}`.replace("a paper", "paper"), () => {
        for (const chapter of chapters) {
            const files = readdirSync(path.join(folder, chapter)).filter((file) => ending.test(file));
            test(chapter, async () => {
                assert.ok(files.length > 0, "there are figures");
                const wrong = [];
                for (const file of files) {
                    const svg = readFileSync(path.join(folder, chapter, file), "utf8");
                    const found = await figures.tab.evaluate(faults, [svg, room, smallest]);
                    wrong.push(...found.map((fault) => `${file}: ${fault}`));
                }
                assert.equal(wrong.join("\n"), "");
            });
        }
    });
}

// gnuplot leaves out entries of a legend that has no room. Only a drawing that is another one for
// each medium may choose its words.
test("on a phone and on paper a figure says every word that it says on a page", () => {
    const words = (file) => {
        const svg = readFileSync(file, "utf8");
        if (/<svg[^>]* data-drawn-for-medium/.test(svg)) {
            return null;
        }
        const texts = [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/gs)]
            .map(([, inside]) => inside.replace(/<[^>]+>/g, ""));
        return new Set(texts.flatMap((text) => text.split(/\s+/))
            .filter((word) => /\p{L}/u.test(word)));
    };
    const missing = chapters.flatMap((chapter) => readdirSync(path.join(folder, chapter))
        .filter((file) => media[0].ending.test(file))
        .flatMap((file) => ["phone", "paper"].flatMap((medium) => {
            const variant = file.replace(".svg", `.${medium}.svg`);
            const said = words(path.join(folder, chapter, variant));
            return [...words(path.join(folder, chapter, file)) ?? []]
                .filter((word) => said && !said.has(word))
                .map((word) => `${variant} lacks "${word}"`);
        })));
    assert.equal(missing.join("\n"), "");
});

test("what the test of letters finds", async () => {
    const text = (x, y, words, more = "") =>
        `<text x="${x}" y="${y}" font-family="DejaVu Sans" font-size="12" ${more}>${words}</text>`;
    const found = (inside) => figures.tab.evaluate(faults,
        [`<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" data-panels="1 2 15 0">` +
         `${inside}</svg>`, 340, 9]);
    assert.deepEqual(await found(text(10, 20, "one") + text(10, 32, "two")), []);
    assert.deepEqual(await found(text(10, 20, "one") + text(20, 24, "two")),
                     ['"one" lies on "two"']);
    assert.deepEqual(await found(text(80, 20, "both panels")), ['"both panels" leaves its panel']);
    assert.deepEqual(await found(text(80, 12, "a legend of both")), []);
    assert.deepEqual(await found(text(180, 20, "outside")), ['"outside" leaves the picture']);
    assert.deepEqual(await found(text(10, 20, "small", 'style="font-size:8px"')),
                     ['"small": letters of 8.0 pixels']);
    // Side by side along a slope, their upright boxes overlap; the texts do not.
    const turned = 'transform="rotate(-45 50 80)"';
    assert.deepEqual(await found(text(50, 80, "falling", turned) + text(50, 95, "falling", turned)),
                     []);
});

// Only then do the limits above hold.
test("a phone shows the variant for phones, as large as it was drawn", async (t) => {
    if (!existsSync(path.join(site, "index.html"))) {
        return t.skip("there are figures only");
    }
    const phone = await openTab(browser, { viewport: { width: 390, height: 844 } });
    for (const page of contents()) {
        await open(phone.tab, page);
        const wrong = await phone.tab.evaluate(async () => {
            const all = [...document.querySelectorAll("main figure picture img")]
                .filter((image) => image.getClientRects().length > 0);
            for (const image of all) {
                image.loading = "eager";
                await image.decode().catch(() => {});
            }
            return all.filter((image) => !image.currentSrc.endsWith(".phone.svg") ||
                    image.getBoundingClientRect().width < 0.99 * image.naturalWidth)
                .map((image) => `${image.currentSrc} is ${image.getBoundingClientRect().width} ` +
                    `pixels wide, drawn for ${image.naturalWidth}`);
        });
        assert.equal(wrong.join("\n"), "", page);
    }
    await phone.close();
});
