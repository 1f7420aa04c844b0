// The figures of a chapter's page, drawn by what a student has written there.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { chromium } from 'playwright-core';

const root = process.env.ROOT;
const site = process.env.SITE ?? path.join(process.env.BUILD, 'site');
const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const course = JSON.parse(fs.readFileSync(path.join(site, 'lab/chapters.json'), 'utf8'));
const read = (folder, name) =>
    fs.readFileSync(path.join(root, folder, `${name}/${name.slice(3)}.cpp`), 'utf8');
const solution = read('solutions', '03_backprop').replace(/ *\/\/! .*\n/g, '');
const SAME = /Yours give the same numbers here as the chapter’s functions/;
const OTHERS = /Yours give other numbers here than the chapter’s functions/;

let server;
let address;
let browser;
before(async () => {
    server = spawn('node', [path.join(root, 'tests/web/lab/serve.mjs'), site]);
    address = await new Promise((resolve) => {
        server.stdout.once('data', (text) => resolve(String(text).split(' ')[0]));
    });
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
        args: ['--no-sandbox', '--disable-gpu'] });
});
after(async () => {
    await browser?.close();
    server?.kill();
});

/// A chapter's page with its figure touched.
class Page {
    static async open(name, options = {}) {
        const page = new Page();
        page.context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
        page.tab = await page.context.newPage();
        page.tab.setDefaultTimeout(300_000); // for a machine with other things to do
        page.problems = [];
        page.tab.on('pageerror', (error) => page.problems.push(String(error)));
        page.tab.on('console', (message) => {
            if (message.type() === 'error') {
                page.problems.push(message.text());
            }
        });
        await page.tab.goto(`${address}${name}.html`);
        page.lab = page.tab.locator('.lab').first();
        page.figure = page.tab.locator('.explorable');
        await page.touch();
        return page;
    }

    async touch() {
        await this.figure.locator('button.touch').first().click();
        await this.figure.locator('.live svg').first().waitFor();
    }

    /// Writes the whole file and checks the chapter's first step.
    async check(text) {
        await this.lab.getByRole('button', { name: 'Write it here' }).click();
        await this.tab.keyboard.press('Control+a');
        await this.tab.keyboard.insertText(text);
        const said = this.lab.getByRole('status');
        await said.evaluate((element) => element.replaceChildren());
        await this.tab.keyboard.press('Control+Enter');
        await said.locator('.verdict').waitFor();
    }

    who(name) {
        return this.figure.getByRole('radio', { name });
    }

    /// What is said below the figure, once it begins so.
    async said(words) {
        const line = this.figure.locator('.drawn-by [role=status]');
        await line.filter({ hasText: words }).waitFor();
        return line.innerText();
    }

    shown(selector) {
        return this.figure.locator(selector).allTextContents();
    }
}

let page; // of chapter 3
const outputs = () => page.shown('.unit .value');
const deltas = () => page.shown('.unit .slope');

test('there is no switch until something is compiled', async () => {
    page = await Page.open('backprop');
    assert.equal(await page.who('yours').isVisible(), false);
});

test('right functions draw the same figure', async () => {
    const before = await page.figure.locator('.drawing').innerHTML();
    await page.check(solution);
    assert.equal(await page.who('the chapter’s functions').isChecked(), true);
    await page.who('yours').check();
    await page.said(SAME);
    const ids = (html) => html.replace(/explore-clip-\d+/g, '');
    assert.equal(ids(await page.figure.locator('.drawing').innerHTML()), ids(before));
    await page.figure.getByRole('slider', { name: 'weight w11' }).press('ArrowRight');
    await page.figure.getByRole('button', { name: 'Update' }).click();
    await page.said(SAME);
});

test('with the keyboard alone from one to the other', async () => {
    const right = await outputs();
    await page.who('yours').focus();
    await page.tab.keyboard.press('ArrowLeft');
    assert.equal(await page.who('the chapter’s functions').isChecked(), true);
    assert.deepEqual(await outputs(), right);
    await page.tab.keyboard.press('ArrowRight');
    await page.said(SAME);
});

test('a wrong sign changes the figure at once, and what does not depend on it stays', async () => {
    const [right, came] = [await deltas(), await outputs()];
    await page.check(solution.replace('(a.y_o - y_t) * sigmoid', '(y_t - a.y_o) * sigmoid'));
    await page.said(OTHERS);
    assert.deepEqual(await outputs(), came);
    const turned = (text) => (text.includes('−') ? text.replace('−', '') : text.replace('δ ', 'δ −'));
    assert.deepEqual(await deltas(), right.map(turned));
});

/// The solution with another body of a function.
function with_body(begin, body) {
    const at = solution.indexOf(begin);
    assert.notEqual(at, -1, begin);
    const open = solution.indexOf('{\n', at);
    return `${solution.slice(0, open)}{\n${body}${solution.slice(solution.indexOf('\n}\n', open))}`;
}

test('where the file is not written on, the figure shows what comes before', async () => {
    const came = await outputs();
    await page.check(with_body('Vector hidden_delta(', 'throw todo("3.7");'));
    assert.equal(await page.said('Yours stop here'),
        'Yours stop here: step 3.7 is not written yet.');
    assert.deepEqual(await outputs(), came);
    assert.deepEqual((await deltas()).map((text) => text === 'δ NaN'), [true, true, false, false]);
});

test('what no update gives does not move the weights', async () => {
    const weights = () => page.shown('.chip.weight .value');
    const before = await weights();
    await page.check(with_body('Network update(', 'throw todo("3.9");'));
    await page.said(SAME); // nothing has asked for an update yet
    await page.figure.getByRole('button', { name: 'Run' }).click();
    await page.said('step 3.9 is not written yet');
    assert.deepEqual(await weights(), before);
});

for (const [what, body, words] of [
    ['an endless loop', 'for (;;) {}', /output_delta \(step 3\.5\) takes too long/],
    ['a loop that asks for memory', 'for (;;) { const Vector v = xt::zeros<double>({1000000U}); }',
        /output_delta \(step 3\.5\) takes too long/],
    ['a recursion without end', 'return output_delta(a, y_t) * 2.0;',
        /output_delta \(step 3\.5\) (calls itself without end|fails)/],
    ['4 GB', 'return Vector(Vector::shape_type{500000000U});', /std::bad_alloc/],
    ['an exception', 'throw std::runtime_error("oh");', /Yours stop here: oh\./],
    ['abort', 'std::abort();', /output_delta \(step 3\.5\) ends the program/],
    ['a vector that is too long', 'return xt::zeros<double>({3U});',
        /Yours stop here: matvec: the shapes \(2, 2\) and \(3\) do not fit\./],
    ['a number that is none', 'return a.y_o * std::nan("");', OTHERS],
]) {
    test(`${what} is said, and the page goes on`, async () => {
        const came = await outputs();
        await page.check(with_body('Vector output_delta(', body));
        await page.said(words);
        assert.deepEqual((await outputs()).slice(0, 2), came.slice(0, 2));
        const begin = performance.now();
        await page.figure.getByRole('slider', { name: 'weight w11' }).press('ArrowRight');
        await page.who('the chapter’s functions').check();
        assert.ok(performance.now() - begin < 10_000, 'the page answers');
        assert.deepEqual((await deltas()).filter((text) => text === 'δ NaN'), []);
        await page.who('yours').check();
        await page.said(words);
    });
}

test('a catch in the student’s code catches', async () => {
    await page.check(solution.replace('return (a.y_o - y_t)',
        'try { throw std::runtime_error("oh"); } catch (const std::exception&) {}\n    return (a.y_o - y_t)'));
    await page.said(SAME);
});

test('who draws is remembered, until the page has compiled the file again', async () => {
    await page.tab.reload();
    await page.touch();
    assert.equal(await page.who('yours').isVisible(), false);
    await page.check(solution);
    await page.said(SAME);
    assert.equal(await page.who('yours').isChecked(), true);
});

test('axe-core finds no barrier', async () => {
    await page.tab.evaluate(axe);
    const found = await page.tab.evaluate(() => window.axe.run('.explorable', { preload: false }));
    assert.deepEqual(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
    assert.deepEqual(page.problems, []);
    await page.context.close();
});

for (const { folder, name } of course) {
    test(`${name}: the skeleton draws what there is, the solution what the chapter does`, async () => {
        const other = await Page.open(name, { viewport: { width: 390, height: 844 } });
        await other.check(read('labs', folder));
        await other.who('yours').check();
        if (await other.figure.locator('canvas.pad').count() > 0) { // it asks once something is drawn
            await other.said('Yours are asked as soon as there is something to draw.');
            await other.figure.locator('canvas.pad').focus();
            for (const key of ['Space', ...Array(10).fill('ArrowDown')]) {
                await other.tab.keyboard.press(key);
            }
        }
        await other.said(/Yours stop here: step [\d.]+ is not written yet/);
        const wide = await other.tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `${wide} px wider than the page`);
        await other.check(read('solutions', folder));
        await other.said(SAME);
        assert.deepEqual(other.problems, []);
        await other.context.close();
    });
}
