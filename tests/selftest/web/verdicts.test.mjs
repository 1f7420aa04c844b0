// The judge in WebAssembly against the judge of the terminal: the same file, the same seed, the same
// verdict, word for word.
//
//   ROOT=root BUILD=build node --test verdicts.test.mjs
//
// MISTAKES=01_perceptron,… says of which chapters every mistake is judged.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { build, judge } from './judge_file.mjs'; // copied beside it by run.sh

const root = process.env.ROOT;
const native = process.env.BUILD;
const all_mistakes = (process.env.MISTAKES ?? '01_perceptron,03_backprop,08_losses').split(',');
const seed = 7;
const labs = path.join(native, 'web/labs');
const toolchain = JSON.parse(fs.readFileSync(path.join(native, 'toolchain.json'), 'utf8'));
const bench = fs.mkdtempSync(path.join(os.tmpdir(), 'verdicts.'));
test.after(() => fs.rmSync(bench, { recursive: true }));

/// The file as a library for the terminal's host.
function built_natively(chapter, file) {
    const library = `${file}.so`;
    execFileSync(toolchain.compiler, [...toolchain.flags, ...toolchain.host_flags, '-w',
        `-I${root}/chapters`, `-I${root}/chapters/${chapter}`, '-include',
        toolchain.precompiled_header, '-shared', ...toolchain.link_flags, file,
        toolchain.chapters[chapter].list, toolchain.judging_host, '-o', library]);
    return library;
}

/// What the terminal's judge says of it.
function judged_natively(chapter, library, { steps = '', env = {} } = {}) {
    const parts = toolchain.chapters[chapter];
    const said = execFileSync(parts.judge, ['--seed', String(seed), ...(steps ? ['--steps', steps] : []),
        '--search', toolchain.judging_searcher,
        '--texts', path.join(native, 'mistakes', `${chapter}.json`), '--',
        parts.host, library, ':::', parts.host, parts.right], { env: { ...process.env, ...env } });
    return said.toString().trim().split('\n').map((line) => JSON.parse(line));
}

/// A verdict without what is not the same twice: times, and addresses in a process.
function words_of(lines) {
    return lines.map(({ seconds, ...line }) => ({ ...line,
        findings: line.findings.map(({ trace, ...finding }) => finding) }));
}

function written(name, text) {
    const file = path.join(bench, name);
    fs.writeFileSync(file, text);
    return file;
}

async function is_judged_alike(chapter, name, text) {
    const file = written(`${name}.cpp`, text);
    const { wasm } = await build(labs, chapter, text, path.basename(file));
    const here = await judge({ labs, chapter, wasm, seed });
    assert.deepEqual(words_of(here), words_of(judged_natively(chapter, built_natively(chapter, file))));
    return [...new Set(here.map((line) => line.status))];
}

/// All mistakes of a chapter in one file, compiled once. In the terminal the environment says which of
/// them is made; a module has none, so there a number in its data does.
class Mutants {
    constructor(chapter, name) {
        this.chapter = chapter;
        const { text, mutants } = JSON.parse(execFileSync(
            path.join(native, 'tests/selftest/claims/write_mutants'),
            [path.join(root, 'tests', chapter, 'mistakes.txt'),
             path.join(root, 'solutions', chapter, `${name}.cpp`)], { maxBuffer: 2 ** 26 }));
        this.text = text;
        this.mutants = mutants;
    }

    async build() {
        const chosen = 0x5EED;
        const chosen_here = this.text.replace(/static const char\* number = .*\n.*/,
            `static volatile const int number[] = {${chosen}, ~${chosen}};\n    return number[0];`);
        const { wasm } = await build(labs, this.chapter, chosen_here, 'mutants.cpp');
        const place = Buffer.from(Int32Array.of(chosen, ~chosen).buffer);
        this.wasm = Buffer.from(wasm);
        this.at = this.wasm.indexOf(place);
        assert.ok(this.at > 0 && this.wasm.indexOf(place, this.at + 1) < 0);
        this.library = built_natively(this.chapter, written('mutants.cpp', this.text));
    }

    /// The same verdict on both sides, and the mistake's name in it.
    async is_named(number) {
        const { id, step } = this.mutants[number];
        const wasm = Buffer.from(this.wasm);
        wasm.writeInt32LE(number, this.at);
        const here = await judge({ labs, chapter: this.chapter, wasm, seed, steps: step });
        const there = judged_natively(this.chapter, this.library,
            { steps: step, env: { WORKBOOK_MUTANT: String(number) } });
        assert.deepEqual(words_of(here), words_of(there));
        const named = here.flatMap(({ mistakes }) => mistakes.map((each) => each.id));
        assert.ok(named.includes(id), `named are ${named.join(', ')}`);
    }
}

for (const { folder, name } of JSON.parse(fs.readFileSync(path.join(labs, 'chapters.json'), 'utf8'))) {
    const read = (...parts) => fs.readFileSync(path.join(root, ...parts), 'utf8');
    test(`${folder}: every step of the solution is right`, async () => {
        const solution = read('solutions', folder, `${name}.cpp`);
        assert.deepEqual(await is_judged_alike(folder, name, solution), ['right']);
    });
    test(`${folder}: every step of the skeleton is to do`, async () => {
        const skeleton = read('labs', folder, `${name}.cpp`);
        assert.deepEqual(await is_judged_alike(folder, name, skeleton), ['todo']);
    });
    for (const file of fs.readdirSync(path.join(root, 'tests', folder, 'right_answers'))) {
        test(`${folder}: every step of ${file} is right`, async () => {
            const answer = read('tests', folder, 'right_answers', file);
            assert.deepEqual(await is_judged_alike(folder, name, answer), ['right']);
        });
    }
    if (all_mistakes.includes(folder)) {
        test(`${folder}: every mistake is named`, async (t) => {
            const mutants = new Mutants(folder, name);
            await mutants.build();
            for (const [number, { id }] of mutants.mutants.entries()) {
                await t.test(id, () => mutants.is_named(number));
            }
        });
    }
}
