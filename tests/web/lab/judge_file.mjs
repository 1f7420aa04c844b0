// Judges a file as a page does, under Node.js, and prints the judge's lines:
//
//   node judge_file.mjs LABS CHAPTER FILE SEED [STEP,…]
//
// LABS is the folder that make_site.mjs has made.
import fs from 'node:fs';
import path from 'node:path';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { Failed, compile_students, link } from './compiler.js';
import { run_judge } from './judge.js';
import { unpacked } from './packed.js';

/// A call may compute so long, in ms.
const PATIENCE = 4000;

const get = (...parts) => new Uint8Array(fs.readFileSync(path.join(...parts)));

/// What was read or compiled before is not made again.
const kept = new Map();
function once(name, make) {
    if (!kept.has(name)) {
        kept.set(name, make());
    }
    return kept.get(name);
}
const module_of = (...parts) =>
    once(path.join(...parts), () => new WebAssembly.Module(get(...parts)));

/// The module of a student's file.
export async function build(labs, chapter, text, file, how) {
    const pack = once(labs, () => unpacked(get(labs, 'compiler.pack')));
    const { object, said } = await compile_students(text, file, chapter, pack, how);
    const names = JSON.parse(fs.readFileSync(path.join(labs, chapter, 'names.json'), 'utf8'));
    const wasm = await link(object, get(labs, chapter, 'chapter.o'), get(labs, 'runtime.a'), names,
                            how);
    return { wasm, said };
}

let worker = null;

/// One run in the worker: { verdicts }, or the call that is late, which ends the worker.
function run(request) {
    worker ??= new Worker(new URL(import.meta.url));
    const asked = worker;
    asked.ref();
    return new Promise((resolve, reject) => {
        let timer;
        const settle = (how, value, is_lost) => {
            clearTimeout(timer);
            asked.off('error', fail).off('message', listen);
            asked.unref();
            if (is_lost) {
                asked.terminate();
                worker = null;
            }
            how(value);
        };
        const fail = (error) => settle(reject, error, true);
        const listen = (message) => {
            clearTimeout(timer);
            if (message.call === undefined) {
                settle(resolve, message, false);
            } else {
                timer = setTimeout(() => settle(resolve, { late: message.call }, true), PATIENCE);
            }
        };
        asked.on('error', fail).on('message', listen);
        asked.postMessage(request);
    });
}

/// Judges a module in another thread, which ends when a call is late: then the next is told.
export async function judge(request) {
    const endless = [];
    for (;;) {
        const { verdicts, late } = await run({ ...request, endless });
        if (late === undefined) {
            return verdicts;
        }
        endless.push(late);
    }
}

function judge_here({ labs, chapter, wasm, seed, steps, endless }) {
    return run_judge({
        judge: module_of(labs, chapter, 'judge.wasm'),
        modules: { student: new WebAssembly.Module(wasm),
                   right: module_of(labs, chapter, 'right.wasm') },
        texts: get(labs, chapter, 'texts.json'),
        options: ['--seed', String(seed), ...(steps ? ['--steps', steps] : [])],
        endless: new Set(endless),
        on_call: (call) => parentPort.postMessage({ call }),
    });
}

if (!isMainThread) {
    parentPort.on('message', (request) => parentPort.postMessage({ verdicts: judge_here(request) }));
} else if (process.argv[1] === new URL(import.meta.url).pathname) {
    const [labs, chapter, file, seed, steps] = process.argv.slice(2);
    try {
        const start = performance.now();
        const { wasm } = await build(labs, chapter, fs.readFileSync(file, 'utf8'),
                                     path.basename(file));
        const built = performance.now();
        const verdicts = await judge({ labs, chapter, wasm, seed, steps });
        verdicts.forEach((line) => console.log(JSON.stringify(line)));
        console.error(`built in ${((built - start) / 1000).toFixed(1)} s, judged in `
            + `${((performance.now() - built) / 1000).toFixed(1)} s`);
    } catch (error) {
        if (!(error instanceof Failed)) {
            throw error;
        }
        console.error(error.messages);
        process.exitCode = 1;
    }
}
