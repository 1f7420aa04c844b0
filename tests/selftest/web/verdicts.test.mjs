// The judge in WebAssembly against the judge of the terminal: the same file, the same seed, the same
// verdict, word for word.
//
//   BUILD=build node --test verdicts.test.mjs
//
// EVERY=n takes every n-th mistake of the chapters that the site has been made of.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { build, judge } from './judge_file.mjs'; // copied beside it by run.sh

const native = process.env.BUILD;
const every = Number(process.env.EVERY ?? 40);
const seed = 7;
const labs = path.join(native, 'web/labs');
const toolchain = JSON.parse(fs.readFileSync(path.join(native, 'toolchain.json'), 'utf8'));
const root = fs.readFileSync(path.join(native, 'CMakeCache.txt'), 'utf8')
    .match(/^CMAKE_HOME_DIRECTORY:INTERNAL=(.*)$/m)[1];
const bench = fs.mkdtempSync(path.join(os.tmpdir(), 'verdicts.'));
test.after(() => fs.rmSync(bench, { recursive: true }));

/// What the terminal's judge says of a file.
function judged_natively(chapter, file) {
    const parts = toolchain.chapters[chapter];
    const library = `${file}.so`;
    execFileSync(toolchain.compiler, [...toolchain.flags, ...toolchain.host_flags, '-w',
        `-I${root}/chapters`, `-I${root}/chapters/${chapter}`, '-include',
        toolchain.precompiled_header, '-shared', ...toolchain.link_flags, file, parts.list,
        toolchain.judging_host, '-o', library]);
    const said = execFileSync(parts.judge, ['--seed', String(seed), '--search',
        toolchain.judging_searcher, '--texts', path.join(native, 'mistakes', `${chapter}.json`), '--',
        parts.host, library, ':::', parts.host, parts.right]);
    return said.toString().trim().split('\n').map((line) => JSON.parse(line));
}

/// A verdict without what is not said of a page: times, and addresses in a process.
function words_of(lines) {
    return lines.map(({ seconds, ...line }) => ({ ...line,
        findings: line.findings.map(({ trace, ...finding }) => finding) }));
}

async function is_judged_alike(chapter, name, text) {
    const file = path.join(bench, `${name}.cpp`);
    fs.writeFileSync(file, text);
    const { wasm } = await build(labs, chapter, text, path.basename(file));
    const here = await judge({ labs, chapter, wasm, seed });
    const there = judged_natively(chapter, file);
    assert.deepEqual(words_of(here), words_of(there));
    return here;
}

/// The mistakes that are one edit of the solution: the text with it, by name.
function* edited(chapter, solution) {
    const list = fs.readFileSync(path.join(root, 'tests', chapter, 'mistakes.txt'), 'utf8');
    for (const [, name, before, after] of list.matchAll(
        /^(\w+\.\w+): .*(?:\n .*)*\n- (.*)\n\+ (.*)\n(?=\n|$)/gm)) {
        const pieces = solution.split(before);
        if (pieces.length === 2) {
            yield [name, pieces.join(after)];
        }
    }
}

for (const { folder, name } of JSON.parse(fs.readFileSync(path.join(labs, 'chapters.json')))) {
    const solution = fs.readFileSync(path.join(root, 'solutions', folder, `${name}.cpp`), 'utf8');
    const skeleton = fs.readFileSync(path.join(root, 'labs', folder, `${name}.cpp`), 'utf8');
    test(`${folder}: every step of the solution is right`, async () => {
        const lines = await is_judged_alike(folder, name, solution);
        assert.deepEqual([...new Set(lines.map((line) => line.status))], ['right']);
    });
    test(`${folder}: every step of the skeleton is to do`, async () => {
        const lines = await is_judged_alike(folder, name, skeleton);
        assert.deepEqual([...new Set(lines.map((line) => line.status))], ['todo']);
    });
    const mistakes = [...edited(folder, solution)].filter((_, i) => i % every === 0);
    for (const [mistake, text] of mistakes) {
        test(`${folder}: ${mistake} is named`, async () => {
            const lines = await is_judged_alike(folder, mistake, text);
            const named = lines.flatMap((line) => line.mistakes.map(({ id }) => id));
            assert.ok(named.includes(mistake), `named are ${named.join(', ')}`);
        });
    }
}
