// The labs on the page as a student meets them: written with the keyboard, judged, reloaded.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { chromium } from 'playwright-core';

const root = process.env.ROOT;
const site = path.join(process.env.BUILD, 'site');
const skeleton = fs.readFileSync(path.join(root, 'labs/01_perceptron/perceptron.cpp'), 'utf8');
const answered = (code) => skeleton.replace('throw todo("1.1");', code);
let server;
let address;
let browser;
let tab;
const problems = [];

before(async () => {
    server = spawn('node', [path.join(root, 'tests/web/lab/serve.mjs'), site]);
    address = await new Promise((resolve) => {
        server.stdout.once('data', (text) => resolve(String(text).split(' ')[0]));
    });
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
        args: ['--no-sandbox', '--disable-gpu'] });
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    tab = await context.newPage();
    tab.setDefaultTimeout(180_000); // for a machine with other things to do
    tab.on('pageerror', (error) => problems.push(String(error)));
    await tab.goto(`${address}perceptron.html`);
    await panel().waitFor();
});

after(async () => {
    await browser?.close();
    server?.kill();
});

const panel = () => tab.getByRole('region', { name: 'Step 1.1, your code' });
const said = () => panel().getByRole('status');

/// Replaces the whole file by keyboard, checks, and returns what is said.
async function check(text) {
    await panel().getByRole('button', { name: 'Write it here' }).focus();
    await tab.keyboard.press('Enter');
    await tab.keyboard.press('Control+a');
    await tab.keyboard.insertText(text);
    await said().evaluate((element) => element.replaceChildren());
    await tab.keyboard.press('Control+Enter');
    await said().locator('.verdict').waitFor();
    return said().innerText();
}

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

for (const [what, code, words] of [
    ['an endless loop', 'for (;;) {}', /takes too long\s+not done after 3 s of computing/],
    ['a recursion without end', 'return b + weighted_sum(x, w, b);', /crashed \(segmentation fault\)/],
    ['an exception', 'throw std::runtime_error("oh");', /an exception, std::runtime_error: oh/],
    ['exit', 'std::exit(3);', /ended the program \(exit status 3\)/],
    ['abort', 'std::abort();', /your code was aborted/],
    ['4 GB', 'Vector v(Vector::shape_type{500000000U}); return v(0);', /std::bad_alloc/],
    ['a flood of output', 'for (;;) { std::puts("again and again"); }', /printed more than 256 kB/],
]) {
    test(`${what} ends as in the terminal, and the page goes on`, async () => {
        assert.match(await check(answered(code)), words);
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

test('two tabs have the same file', async () => {
    const other = await tab.context().newPage();
    await other.goto(`${address}perceptron.html`);
    const there = other.getByRole('region', { name: 'Step 1.1, your code' });
    await there.getByRole('button', { name: 'Write it here' }).click();
    await other.keyboard.insertText('/* from the other tab */');
    await panel().locator('.cm-content', { hasText: 'from the other tab' }).waitFor();
    await other.close();
});

test('nothing is wider than a phone', async () => {
    await tab.setViewportSize({ width: 390, height: 800 });
    const { wide, view } = await tab.evaluate(() => ({
        wide: document.documentElement.scrollWidth, view: innerWidth }));
    assert.ok(wide <= view, `${wide} px`);
});

test('no script failed', () => assert.deepEqual(problems, []));
