// The labs on the page as a student meets them: written with the keyboard, judged, reloaded.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';
import test, { after, before } from 'node:test';
import { bad_ends } from './answers.mjs';
import * as reader from './reader.mjs';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const skeleton = fs.readFileSync(path.join(reader.root, 'labs/01_perceptron/perceptron.cpp'), 'utf8');
const answered = (code) => skeleton.replace('throw todo("1.1");', code);
let started;
let address;
let browser;
let tab;
let problems;

before(async () => {
    started = await reader.start();
    ({ address, browser } = started);
    ({ tab, problems } = await reader.open_tab(browser, { viewport: { width: 1280, height: 900 } }));
    await tab.goto(`${address}perceptron.html`);
    await panel().waitFor();
});

after(() => started?.stop());

const panel = () => reader.panel_of(tab, '1.1');
const said = () => panel().getByRole('status');
const check = (text) => reader.check(tab, '1.1', text);

test('there is a panel for every step', async () => {
    const steps = new Set([...skeleton.matchAll(/todo\("([0-9.]+)"\)/g)].map(([, step]) => step));
    assert.equal(await tab.locator('.lab').count(), steps.size);
});

test('a step that is not written yet is to do', async () => {
    assert.match(await check(skeleton), /1\.1 weighted sum: to do\s+not written yet/);
});

test('a mistake is named', async () => {
    assert.match(await check(answered('return dot(w, x);')), /expected\s+-0\.3[^]*the bias is left out/);
});

test('a right answer has a tick, in the list of contents too', async () => {
    assert.match(await check(answered('return dot(w, x) + b;')), /1\.1 weighted sum: right/);
    assert.equal(await tab.locator('nav a.lab-done').count(), 1);
});

test('what does not compile is shown at its line', async () => {
    const line = skeleton.split('\n').findIndex((each) => each.includes('todo("1.1")')) + 1;
    assert.match(await check(answered('return dot(w, x) + c;')),
        new RegExp(`not built[^]*perceptron\\.cpp:${line}:\\d+: use of undeclared identifier 'c'`
            + '[^]*return dot\\(w, x\\) \\+ c;[^]*hint: a name that is not known here'));
    assert.equal(await tab.locator('.cm-lint-marker-error').count(), 1);
});

for (const [what, code, words] of bad_ends) {
    test(`${what} ends as in the terminal, and the page goes on`, async () => {
        assert.match(await check(`#include <cstdio>\n${answered(code)}`), words);
        assert.match(await check(answered('return dot(w, x) + b;')), /right/);
    });
}

test('a catch in the student’s code catches', async () => {
    const code = 'try { throw std::runtime_error("oh"); } catch (const std::exception&) {}\n'
        + '    return dot(w, x) + b;';
    assert.match(await check(answered(code)), /right/);
});

test('the file and the ticks are there after a reload', async () => {
    await check(answered('return dot(w, x) + b; // mine'));
    await tab.reload();
    await panel().getByRole('button', { name: 'Write it here' }).click();
    assert.match(await panel().locator('.cm-content').innerText(), /mine/);
    assert.equal(await tab.locator('nav a.lab-done').count(), 1);
});

test('a reset can be taken back', async () => {
    await panel().getByRole('button', { name: 'Reset' }).click();
    assert.doesNotMatch(await panel().locator('.cm-content').innerText(), /mine/);
    await panel().getByRole('button', { name: 'Take back' }).click();
    assert.match(await panel().locator('.cm-content').innerText(), /mine/);
});

test('copies of what was replaced can be had back', async () => {
    await panel().getByRole('button', { name: 'Copies' }).click();
    assert.match(await said().innerText(), /newest first[^]*Take back that of/);
    await said().getByRole('button').first().click();
    assert.match(await panel().locator('.cm-content').innerText(), /mine/);
});

/// A file that the page hands over, as text.
async function downloaded(button) {
    const [download] = await Promise.all([button.page().waitForEvent('download'), button.click()]);
    return { name: download.suggestedFilename(), place: await download.path() };
}

test('a chapter’s file is downloaded, and uploaded as it is', async () => {
    const { name, place } = await downloaded(panel().getByRole('button', { name: 'Download' }));
    assert.equal(name, 'perceptron.cpp');
    const text = fs.readFileSync(place, 'utf8');
    assert.match(text, /mine/);
    await panel().locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain',
        buffer: Buffer.from(text.replace('mine', 'from the disk')) });
    await said().getByText('Taken: perceptron.cpp').waitFor();
    assert.match(await panel().locator('.cm-content').innerText(), /from the disk/);
});

test('the cover counts steps; all labs are one archive, which unpacks, and is taken again', async () => {
    await tab.goto(`${address}index.html`);
    const cover = tab.getByRole('region', { name: 'What you have written' });
    assert.equal(await tab.locator('.chapters a.lab-done').count(), 1); // step 1.1
    assert.match(await tab.locator('.chapters .lab-count').first().innerText(), /1\/[0-9]+/);
    assert.equal(await tab.locator('nav a[href="lab_perceptron.html"] .lab-count').count(), 0);
    const { name, place } = await downloaded(cover.getByRole('button', { name: 'Download all labs' }));
    assert.equal(name, 'labs.zip');
    const labs = fs.mkdtempSync(path.join(os.tmpdir(), 'labs.'));
    execFileSync('python3', ['-m', 'zipfile', '-e', place, labs]);
    const file = path.join(labs, 'labs/01_perceptron/perceptron.cpp');
    assert.match(fs.readFileSync(file, 'utf8'), /from the disk/);
    fs.writeFileSync(file, answered('return dot(w, x) + b; // packed elsewhere'));
    const packed = path.join(labs, 'mine.zip'); // compressed, as other programs do
    execFileSync('python3', ['-m', 'zipfile', '-c', packed, path.join(labs, 'labs')]);
    await cover.locator('input[type=file]').setInputFiles(packed);
    await cover.getByText('Taken: perceptron.cpp').waitFor();
    await cover.locator('input[type=file]').setInputFiles({ name: 'no.zip', mimeType: 'application/zip',
        buffer: Buffer.from('this is no archive') });
    await cover.getByText('no.zip was not taken: it is no zip archive.').waitFor();
    await cover.locator('input[type=file]').setInputFiles({ name: 'report.cpp', mimeType: 'text/plain',
        buffer: Buffer.from('int main() {}') });
    await cover.getByText('report.cpp was not taken: it holds no chapter’s file').waitFor();
    fs.rmSync(labs, { recursive: true });
    await tab.goto(`${address}perceptron.html`);
    await panel().getByRole('button', { name: 'Write it here' }).click();
    assert.match(await panel().locator('.cm-content').innerText(), /packed elsewhere/);
});

test('two tabs have the same file', async () => {
    const other = await tab.context().newPage();
    await other.goto(`${address}perceptron.html`);
    const there = reader.panel_of(other, '1.1');
    await there.getByRole('button', { name: 'Write it here' }).click();
    await other.keyboard.insertText('/* from the other tab */');
    await panel().locator('.cm-content', { hasText: 'from the other tab' }).waitFor();
    await other.close();
});

test('a file from before the chapter changed is kept, and gets what it lacks', async () => {
    const old = skeleton.replace(/\/\/ z = w·x \+ b\n[^]*?\n}\n\n/, '// an old file\n');
    assert.doesNotMatch(old, /double weighted_sum/);
    await tab.evaluate((text) => localStorage.setItem('workbook/01_perceptron/file', text), old);
    await tab.reload();
    await panel().getByRole('button', { name: 'Write it here' }).click();
    assert.match(await said().innerText(), /Your file has no weighted_sum/);
    await said().getByRole('button', { name: 'Add what is missing' }).click();
    const text = await tab.evaluate(() => localStorage.getItem('workbook/01_perceptron/file'));
    assert.match(text, /an old file[^]*double weighted_sum[^]*\n} \/\/ namespace perceptron\n/);
    await said().evaluate((element) => element.replaceChildren());
    await tab.keyboard.press('Control+Enter');
    await said().locator('.verdict').waitFor();
    assert.match(await said().innerText(), /1\.1 weighted sum: to do/);
});

for (const [what, forbid] of [
    ['is full', () => { Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }; }],
    ['is forbidden', () => {
        Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } });
    }],
]) {
    test(`where the storage ${what}, steps are judged, and the page says that nothing is kept`, async () => {
        const context = await browser.newContext();
        await context.addInitScript(forbid);
        const other = await context.newPage();
        other.setDefaultTimeout(180_000);
        await other.goto(`${address}perceptron.html`);
        const there = reader.panel_of(other, '1.1');
        await there.getByRole('button', { name: 'Write it here' }).click();
        await other.keyboard.press('Control+a');
        await other.keyboard.insertText(answered('return dot(w, x) + b;'));
        await there.getByText('This browser keeps nothing here').waitFor();
        await there.getByRole('button', { name: 'Reset' }).click();
        await there.getByText('No copy of your file can be kept').waitFor();
        await other.keyboard.press('Control+Enter');
        await there.getByRole('button', { name: 'Check' }).click();
        await there.locator('.verdict.right').waitFor();
        await context.close();
    });
}

test('with the keyboard alone: to the step, into the editor, judged, and out again', async () => {
    await tab.reload();
    await panel().waitFor();
    await tab.evaluate(() => document.getElementById('step_1_1').scrollIntoView());
    const focused = () => tab.evaluate(() => `${document.activeElement.closest('.lab')?.ariaLabel}: `
        + document.activeElement.textContent);
    for (let i = 0; i < 400 && await focused() !== 'Step 1.1, your code: Write it here'; ++i) {
        await tab.keyboard.press('Tab');
    }
    await tab.keyboard.press('Enter');
    await tab.keyboard.press('Control+a');
    await tab.keyboard.insertText(answered('return dot(w, x) + b;'));
    await tab.keyboard.press('Control+Enter');
    await said().locator('.verdict.right').waitFor();
    await tab.keyboard.press('Escape');
    assert.equal(await focused(), 'Step 1.1, your code: Check');
    await tab.keyboard.press('Tab');
    assert.equal(await focused(), 'Step 1.1, your code: Hint');
});

for (const scheme of ['light', 'dark']) {
    test(`axe-core finds no serious barrier in the steps, ${scheme}`, async () => {
        await tab.emulateMedia({ colorScheme: scheme });
        await tab.reload();
        await check(answered('return dot(w, x);'));
        await tab.evaluate(axe);
        const found = await tab.evaluate(() => window.axe.run('.lab-open'));
        const serious = found.violations
            .filter(({ impact }) => ['serious', 'critical'].includes(impact))
            .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`);
        assert.deepEqual(serious, []);
    });
}

test('nothing is wider than a phone', async () => {
    await tab.setViewportSize({ width: 390, height: 800 });
    for (const page of ['perceptron.html', 'index.html']) {
        await tab.goto(`${address}${page}`);
        const { wide, view } = await tab.evaluate(() => ({
            wide: document.documentElement.scrollWidth, view: innerWidth }));
        assert.ok(wide <= view, `${page}: ${wide} px`);
    }
});

test('without a network a page that was there before is there, and judges', async () => {
    await tab.goto(`${address}perceptron.html`);
    await check(answered('return dot(w, x) + b;'));
    await tab.reload();
    await tab.waitForTimeout(1000);
    started.server.kill();
    await tab.context().setOffline(true);
    await tab.reload();
    assert.match(await check(answered('return dot(w, x) + b + 1;')), /1\.1 weighted sum: wrong/);
});

test('no script failed', () => assert.deepEqual(problems, []));
