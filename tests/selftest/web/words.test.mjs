// What a page says of a file against what ./workbook check says of it, word for word; where the
// compilers' own messages differ, the place, the line and the hint are compared.
//
//   ROOT=root BUILD=build node --test words.test.mjs
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';
import { build_what_compiles } from './building.js'; // copied beside it by run.sh
import { Failed, WITH_LINES } from './compiler.js';
import { build, judge } from './judge_file.mjs';
import { lines_of } from './origin.js';
import { Words } from './words.js';

const root = process.env.ROOT;
const native = process.env.BUILD;
const labs = path.join(native, 'web/labs');
const seed = 7;
const folder = '01_perceptron';
const file = 'perceptron.cpp';
const { steps_of: step_of } = JSON.parse(fs.readFileSync(path.join(labs, 'chapters.json'), 'utf8'))
    .find((chapter) => chapter.folder === folder);
const skeleton = fs.readFileSync(path.join(root, 'labs', folder, file), 'utf8');
const answered = (code, step = '1.1') => skeleton.replace(`throw todo("${step}");`, code);
const words = new Words(new WebAssembly.Module(fs.readFileSync(path.join(labs, 'words.wasm'))));
const bench = fs.mkdtempSync(path.join(os.tmpdir(), 'words.'));
after(() => fs.rmSync(bench, { recursive: true }));

/// What the page says.
async function on_the_page(text, step) {
    try {
        const built = await build_what_compiles(text, { file, step_of, words,
            build: (each) => build(labs, folder, each, file) });
        const [verdict] = await judge({ labs, chapter: folder, wasm: built.wasm, seed, steps: step });
        const lines = await lines_of(verdict, { file, text: built.text,
            traced: async () => (await build(labs, folder, built.text, file, WITH_LINES)).wasm });
        return words.explain_verdict(verdict, { file, step_of, built, lines });
    } catch (error) {
        if (!(error instanceof Failed)) {
            throw error;
        }
        return words.explain_failure({ said: error.messages, file, text, chapter: 'perceptron' });
    }
}

/// What the terminal says, without the file's folder.
function in_the_terminal(text, step) {
    fs.mkdirSync(path.join(bench, folder), { recursive: true });
    fs.writeFileSync(path.join(bench, folder, file), text);
    const { stdout, stderr } = spawnSync(path.join(native, 'tests/program/workbook'),
        ['--root', root, '--build', native, 'check', step, '--from', bench, '--seed', String(seed)],
        { encoding: 'utf8', cwd: root });
    assert.match(stdout, /Chapter 1/, stderr);
    return stdout.replaceAll(path.join(bench, folder) + path.sep, '')
        .replaceAll('/usr/include/', '/headers/'); // a library's own messages say where it lies
}

/// The text with single blanks, so that line breaks and margins make no difference.
const plain = (text) => text.replace(/\s+/g, ' ').trim();

function words_of({ said }) {
    return said.map(({ label, text }) => plain(`${label} ${text}`));
}

/// Every part of what the page says stands in what the terminal says, in this order; between them
/// stands nothing but marks.
function is_said_alike(page, terminal) {
    const [verdict, ...parts] = page.said;
    const rest = plain(terminal.slice(terminal.indexOf(`${verdict.label}: ${verdict.text}`))
        .replace(/\n {2}(read|stuck|again) {2}.*/g, '').replaceAll('│', ' '));
    assert.equal(plain([`${verdict.label}: ${verdict.text}`, ...words_of({ said: parts })].join(' ')),
        rest);
}

for (const [what, code] of [
    ['a named mistake', 'return dot(w, x);'],
    ['an unknown mistake', 'return 3.25 * dot(w, x) - 17 * b * b;'],
    ['an exception', 'throw std::runtime_error("oh");'],
    ['an exception of a library', 'return x(x.size() + 2);'],
    ['a crash', 'struct Deep { static double down(double x) { return x + down(x + 1); } };\n'
        + '    return Deep::down(b);'],
    ['an abort', 'std::abort();'],
    ['a warning', 'double sum = dot(w, x) + 1 / 2;\n    return sum;'],
    ['what the code prints', 'for (int i = 0; i < 12; ++i) { std::puts("so 가"); }\n    return 0;'],
]) {
    test(`${what} is told as in the terminal`, async () => {
        const text = answered(code).replace('#include', '#include <cstdio>\n#include');
        is_said_alike(await on_the_page(text, '1.1'), in_the_terminal(text, '1.1'));
    });
}

test('a right answer is right in both, and its warnings are told in the same words', async () => {
    const right = await on_the_page(answered('return dot(w, x) + b;'), '1.1');
    assert.deepEqual(words_of(right), ['1.1 weighted sum right']);
    assert.match(in_the_terminal(answered('return dot(w, x) + b;'), '1.1'), /✓ 1\.1 {3}weighted sum\n/);

    const text = answered('int unused = 3;\n    return dot(w, x) + b;');
    const warned = await on_the_page(text, '1.1');
    is_said_alike(warned, in_the_terminal(text, '1.1'));
    assert.match(words_of(warned).join(' '), /unused is computed and never used/);
    assert.equal(warned.marks.length, 1);
});

test('what is not written yet is to do', async () => {
    assert.deepEqual(words_of(await on_the_page(skeleton, '1.1')),
        ['1.1 weighted sum to do', 'not written yet']);
});

/// The line of the file, the mark below it, and the hint.
const explained = (text) => text.match(/\n {4}.*\n {4} *\^\nhint: [^]*?(?=\n {2}\w|\nall that|$)/)?.[0];

for (const [what, code] of [
    ['a semicolon that is missing', 'return dot(w, x) + b'],
    ['a name of numpy', 'return np.dot(w, x) + b;'],
    ['a name that is not known', 'return dot(w, x) + bias;'],
    ['a sign of mathematics', 'return dot(w, x) − b;'],
    ['a full-width letter', 'return dot(w, ｘ) + b;'],
]) {
    test(`${what} is explained as in the terminal`, async () => {
        const text = answered(code);
        const page = await on_the_page(text, '1.1');
        assert.equal(page.status, 'not_built');
        const told = page.said.map((part) => part.text).join('\n');
        const terminal = in_the_terminal(text, '1.1');
        if (/[−ｘ]/.test(code)) { // ours alone
            assert.ok(plain(terminal).includes(plain(told.slice(told.indexOf(file)))), told);
        } else {
            assert.equal(plain(explained(told)), plain(explained(terminal)));
        }
        assert.ok(page.marks.some(({ severity }) => severity === 'error'));
    });
}

test('a function that does not compile costs its own step alone', async () => {
    const text = answered('return dot(w, x) + b;').replace('throw todo("1.2");', 'return np.sign(z);');
    const right = await on_the_page(text, '1.1');
    assert.equal(right.status, 'right');
    assert.match(in_the_terminal(text, '1.1'), /✓ 1\.1 {3}weighted sum\n/);
    const broken = await on_the_page(text, '1.2');
    assert.equal(broken.status, 'not_built');
    const terminal = in_the_terminal(text, '1.2');
    const [beginning] = broken.said[1].text.split('\n');
    assert.match(beginning, /does not compile, and the rest was judged without it:/);
    assert.ok(plain(terminal).includes(plain(beginning)), terminal);
    assert.equal(plain(explained(broken.said[1].text)), plain(explained(terminal)));
});

for (const [what, text] of [
    ['a function that is missing', skeleton.replace(/\bweighted_sum\(/, 'weighted_total(')],
    ['a function with other parameters',
        skeleton.replace(/weighted_sum\(const Vector& x/, 'weighted_sum(const Matrix& x')],
]) {
    test(`${what} is explained as in the terminal`, async () => {
        const page = await on_the_page(text, '1.1');
        const told = plain(page.said[1].text);
        assert.match(told, /hint: every function must stand there as in perceptron\.hpp/);
        assert.ok(plain(in_the_terminal(text, '1.1')).includes(told), told);
    });
}
