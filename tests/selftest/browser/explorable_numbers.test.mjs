// The figures that can be touched show what the chapters' code computes on this machine, whatever is
// moved, with the mouse or with the keyboard.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startBrowser } from "./site.mjs";
import { about, cells, here, near, press, skip, slider, texts, touched, written } from "./touching.mjs";

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser.close());

const example = { w: [0.7, -0.8, -0.3, 0.5, 0.2, -0.1, -0.9, 0.6, 0.4, -0.5, 0.3, -0.2],
    x: [0.6, -0.4], t: [0.9, 0.2] };

// What the network shows is what the same weights give here.
const networkIsRight = async (figure, { w, x, t }) => {
    const numbers = here("network_passes", w, x, t);
    const values = await texts(figure, ".chip.weight .value");
    assert.deepEqual(values.map((text) => text.split(" ")[1]), w.map((v) => written(v, 2)));
    near((await texts(figure, ".unit .value")), numbers.slice(0, 4));
    assert.equal((await texts(figure, ".network .error"))[0], `E = ${written(numbers[4])}`);
    const deltas = await texts(figure, ".unit .slope");
    near(deltas.map((text) => text.slice(2)), [...numbers.slice(13, 15), ...numbers.slice(5, 7)]);
    near((await texts(figure, ".chip.weight .slope")).map((text) => text.slice(2)),
        [...numbers.slice(15), ...numbers.slice(7, 13)]);
};

test("the network: keyboard, mouse, updates", { skip }, async () => {
    const { tab, figure, problems, close } = await touched(browser, "network");
    const now = structuredClone(example);
    await networkIsRight(figure, now);
    await press(figure, "weight w11", ["ArrowRight", "ArrowUp", "PageUp"]);
    now.w[0] = 1.3;
    await networkIsRight(figure, now);
    await press(figure, "input x2", ["ArrowLeft"]);
    now.x[1] = -0.45;
    await press(figure, "target t1", ["ArrowLeft", "ArrowLeft"]);
    now.t[0] = 0.8;
    await networkIsRight(figure, now);

    const box = await slider(figure, "weight w42").boundingBox();
    await tab.mouse.move(box.x + 20, box.y + 10);
    await tab.mouse.down();
    await tab.mouse.move(box.x + 70, box.y + 10, { steps: 5 });
    await tab.mouse.up();
    now.w[9] = 0;
    await networkIsRight(figure, now);
    assert.match((await texts(figure, ".formulas p")).at(-1), /^∂E\/∂w42 = yh2 δo2/);

    await figure.getByRole("button", { name: "Update" }).click();
    now.w = here("network_update", now.w, now.x, now.t, 0.5);
    await networkIsRight(figure, now);
    await figure.getByRole("button", { name: "Forward" }).click();
    assert.deepEqual((await texts(figure, ".unit .slope")).join(""), "");
    await figure.getByRole("button", { name: "Back" }).click();
    await networkIsRight(figure, now);
    await figure.getByRole("button", { name: "Start over" }).click();
    await networkIsRight(figure, example);
    assert.deepEqual(problems, []);
    await close();
});

test("the network runs, and stops", { skip }, async () => {
    const { tab, figure, close } = await touched(browser, "network");
    await figure.getByRole("button", { name: "Run" }).click();
    await tab.waitForFunction(() =>
        /after [1-9]\d+ updates/.test(document.querySelector(".network").textContent));
    await figure.getByRole("button", { name: "Pause" }).click();
    const after = (await figure.locator(".network").textContent()).match(/after (\d+)/)[1];
    await tab.waitForTimeout(200);
    assert.match(await figure.locator(".network").textContent(), new RegExp(`after ${after} `));
    await close();
});

test("the network shows what the chapter's table says", { skip }, async () => {
    const { tab, figure, close } = await touched(browser, "network");
    const printed = (await tab.locator("table:not(.numbers) td").allTextContents())
        .map((text) => written(Number(text.replaceAll("−", "-"))));
    for (const value of await texts(figure, ".unit .value")) {
        assert.ok(printed.includes(value), `${value} stands in a table of the page`);
    }
    await close();
});

test("a unit learns AND by its rule", { skip }, async () => {
    const { figure, close } = await touched(browser, "perceptron", { reducedMotion: "reduce" });
    const points = [[0, 0], [0, 1], [1, 0], [1, 1]];
    const shown = async () => (await cells(figure)).filter((_, i) => i % 6 === 2);
    const sums = (w, b) => here("perceptron_answers", w, b, 4, points)
        .filter((_, i) => i % 2 === 0).map((z) => written(z, 2));
    assert.deepEqual(await shown(), sums([1, 0.5], -0.3));
    const next = figure.getByRole("button", { name: "Next row" });
    await next.click();
    await next.click();
    const [first, second, b] = here("perceptron_update", [1, 0.5, -0.3], [0, 1], 0, 0.5);
    assert.deepEqual(await shown(), sums([first, second], b));
    await figure.getByRole("button", { name: "Learn" }).click();
    assert.match(await figure.locator("caption").textContent(), /^0 of 4/);
    await figure.getByRole("combobox").selectOption("XOR");
    await figure.getByRole("button", { name: "Learn" }).click();
    assert.doesNotMatch(await figure.locator("caption").textContent(), /^0 of 4/);
    await press(figure, "point 1; Enter turns its target", ["Enter"]);
    assert.equal((await cells(figure))[4], "1");
    await close();
});

test("both planes of XOR", { skip }, async () => {
    const { figure, close } = await touched(browser, "planes");
    const w = here("xor_weights");
    w[8] = -1.5;
    const isRight = async (soft, steepness) => {
        const numbers = here("xor_corners", w, soft, steepness);
        const shown = await cells(figure);
        near([0, 1, 2, 3].flatMap((n) => shown.slice(7 * n + 2, 7 * n + 5)),
            [0, 1, 2, 3].flatMap((n) => [...numbers.slice(2 * n, 2 * n + 2), numbers[8 + n]]));
    };
    await isRight(1, 6);
    assert.equal(await figure.locator("caption").textContent(), "This is XOR");
    await figure.getByRole("combobox").selectOption("0");
    await isRight(0, 6);
    await press(figure, "line of hidden unit 1: moves the line", ["ArrowLeft", "PageDown"]);
    assert.notEqual(await figure.locator("caption").textContent(), "This is XOR");
    await close();
});

test("an activation, its slope, its row of the table", { skip }, async () => {
    const { figure, close } = await touched(browser, "activation");
    const line = () => figure.locator("p.tell").textContent();
    const expected = (kind, alpha, x) => {
        const [f, slope, byAlpha] = here("activation_at", kind, alpha, x);
        return `x = ${written(x, 2)}: f = ${written(f)}, f′ = ${written(slope)}` +
            (byAlpha === undefined ? "" : `, ∂f/∂α = ${written(byAlpha)}`);
    };
    assert.equal(await line(), expected(2, 1, 1));
    await press(figure, "x", ["Home", "ArrowLeft", "PageDown"]);
    assert.equal(await line(), expected(2, 1, -0.55));
    for (const [kind, alpha] of [["9", 0.5], ["8", 0.25], ["6", 1], ["1", 1]]) {
        await figure.getByRole("combobox").selectOption(kind);
        assert.equal(await line(), expected(Number(kind), alpha, -0.55));
    }
    assert.deepEqual(await cells(figure), ["{0, 1}", "−1", "yes", "yes"]);
    await close();
});

test("a race from another start, with other numbers", { skip }, async () => {
    const { figure, problems, close } = await touched(browser, "race");
    const optimizers = { "plain descent": [0, 0.001, 0], momentum: [1, 0.001, 0.9],
        Adam: [6, 0.1, 0.9] };
    const isRight = async (start, at, changed = {}) => {
        const shown = await cells(figure);
        Object.entries({ ...optimizers, ...changed }).forEach(([name, [kind, eta, kept]], i) => {
            const path = here("race_path", 0, kind, start, eta, 240, kept);
            const [label, rate, x, y] = shown.slice(5 * i);
            assert.deepEqual([label, rate], [name, String(eta)]);
            near([x, y], path.slice(3 * at, 3 * at + 2));
        });
    };
    await isRight([-0.6, 1.4], 240);
    await press(figure, "start of the race", ["ArrowRight", "ArrowDown"]);
    await isRight([-0.55, 1.35], 240);
    await figure.getByRole("button", { name: "Step back" }).click();
    await isRight([-0.55, 1.35], 239);
    await press(figure, "α", ["ArrowLeft"]);
    await isRight([-0.55, 1.35], 239, { momentum: [1, 0.001, 0.89] });
    await figure.getByRole("combobox").first().selectOption("2");
    await figure.getByRole("button", { name: "Race" }).click();
    await figure.getByRole("button", { name: "Pause" }).click();
    assert.deepEqual(problems, []);
    await close();
});

test("a deep network's gradients", { skip }, async () => {
    const { figure, close } = await touched(browser, "depth");
    const isRight = async (depth, factor, seed) => {
        const shown = await cells(figure);
        [0, 1, 2].forEach((kind) => {
            const numbers = here("depth_norms", kind, depth, factor, seed);
            const [first, last] = [numbers[0], numbers[depth]];
            about(shown[5 * kind + 1], first);
            about(shown[5 * kind + 2], last);
            assert.equal(shown[5 * kind + 3], written(numbers[depth + 1], 3));
            assert.equal(shown[5 * kind + 4], `${written(100 * numbers[depth + 2], 0)} %`);
        });
    };
    await isRight(10, 1, 1);
    await press(figure, "hidden layers", ["ArrowLeft", "ArrowLeft"]);
    await press(figure, "all weights ×", ["ArrowRight"]);
    await isRight(8, 1.3, 1);
    await figure.getByRole("button", { name: "Other weights" }).click();
    await isRight(8, 1.3, 2);
    await close();
});

test("ten layers and the spread of their weights", { skip }, async () => {
    const { figure, close } = await touched(browser, "layers");
    const isRight = async (units, deviation, f, ends) => {
        const shown = await cells(figure);
        const expected = here("initialization_rules", units, deviation)[2];
        const reach = Math.max(1, Number((4 * expected).toPrecision(1)));
        const numbers = here("initialization_layers", units, deviation, 0, f, reach, ends);
        [1, 2, 5, 10].forEach((layer, row) => [0, 1].forEach((which) =>
            about(shown[3 * row + 1 + which], numbers[84 * (layer - 1) + which])));
    };
    await isRight(100, 0.1, 1, [-1, 1]);
    await figure.getByRole("combobox").first().selectOption("2");
    await figure.getByRole("button", { name: "He's deviation" }).click();
    await isRight(100, here("initialization_rules", 100, 1)[1], 2, [0, 4]);
    await close();
});

test("two losses over a logit, and descent on both", { skip }, async () => {
    const { figure, close } = await touched(browser, "losses", { reducedMotion: "reduce" });
    const isRight = async (z, target) => {
        const numbers = here("losses_at", z, target);
        near((await cells(figure)).filter((_, i) => i % 4 === 1 || i % 4 === 2), numbers.slice(1));
    };
    await isRight(-4, 1);
    await press(figure, "logit z", ["ArrowRight", "PageUp"]);
    await isRight(-2.9, 1);
    await figure.getByRole("combobox").selectOption("0");
    await isRight(-2.9, 0);
    await figure.getByRole("button", { name: "Descend" }).click();
    const ends = here("losses_descent", -2.9, 0, 1, 60).slice(-2);
    near((await cells(figure)).filter((_, i) => i % 4 === 3), ends);
    await close();
});

test("a polynomial through points that are moved", { skip }, async () => {
    const { figure, close } = await touched(browser, "fit");
    const numbers = here("fit_points");
    const count = numbers[0];
    const t = numbers.slice(1 + count, 1 + 2 * count);
    const isRight = async (degree, lambda) => {
        const given = [...numbers.slice(0, 1 + count), ...t, ...numbers.slice(1 + 2 * count)];
        const [training, validation] = here("fit_curve", given, degree, lambda, 2).slice(-2);
        const shown = await cells(figure);
        about(shown[0], training);
        about(shown[1], validation);
    };
    await isRight(9, 0);
    await press(figure, "degree", ["ArrowLeft", "ArrowLeft"]);
    await isRight(7, 0);
    await press(figure, "λ", ["End"]);
    await isRight(7, 10);
    await press(figure, "training point 3", ["PageDown"]);
    t[2] = Math.round((t[2] - 0.5) / 0.05) * 0.05;
    await isRight(7, 10);
    await close();
});

test("a digit that is drawn is read, with the mouse and with the keyboard", { skip }, async () => {
    const { tab, figure, problems, close } = await touched(browser, "drawing");
    // What the page asks, and what it is told.
    await tab.evaluate("{ const ask = Explore.Program.prototype.call; Explore.Program.prototype.call =" +
        " function (...given) { const told = ask.apply(this, given); window.asked = { given, told };" +
        " return told; }; }");
    const pad = figure.locator("canvas");
    await pad.scrollIntoViewIfNeeded();
    const box = await pad.boundingBox();
    const at = ([x, y]) => [box.x + x * box.width, box.y + y * box.height];
    for (const [from, ...to] of [[[0.3, 0.15], [0.72, 0.15], [0.45, 0.85]], [[0.35, 0.5], [0.7, 0.5]]]) {
        await tab.mouse.move(...at(from));
        await tab.mouse.down();
        for (const point of to) {
            await tab.mouse.move(...at(point), { steps: 6 });
        }
        await tab.mouse.up();
    }
    const told = figure.locator("p.tell").last();
    assert.equal(await told.textContent(), "This is a 7.");
    const asked = await tab.evaluate(() => window.asked);
    const numbers = here(...asked.given);
    asked.told.forEach((value, i) => assert.ok(Math.abs(value - numbers[i]) < 1e-12));
    assert.deepEqual(await texts(figure, "td.number"),
        numbers.slice(64).map((p) => `${written(100 * p, 1)} %`));

    await figure.getByRole("button", { name: "Wipe" }).click();
    assert.deepEqual((await texts(figure, "td.number")).join(""), "");
    await pad.focus();
    for (const key of ["Space", ...Array(20).fill("ArrowDown")]) {
        await tab.keyboard.press(key);
    }
    assert.equal(await told.textContent(), "This is a 1.");
    assert.deepEqual(problems, []);
    await close();
});
