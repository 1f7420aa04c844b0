// The worker of a page: compiles a student's file, runs the judge, and links what figures are drawn with.
import { tell_total, told } from './compressed_fetch.js'; // first: it stands in the compiler's way to fetch
import { build_what_compiles } from './building.js';
import { Failed, compile_students, link, link_figures } from './compiler.js';
import { fuelled } from './fuel.js';
import { run_judge } from './judge.js';
import { bytes_of, fetch_packed, unpacked } from './packed.js';
import { Words } from './words.js';

const say = (message) => self.postMessage(message);

const once = new Map();
const get = (name) => {
    if (!once.has(name)) {
        once.set(name, fetch_packed(name, told(name)).then(bytes_of));
        once.get(name).catch(() => once.delete(name)); // the next check fetches it again
    }
    return once.get(name);
};
const get_module = (name) => {
    const key = `module ${name}`;
    if (!once.has(key)) {
        once.set(key, get(name).then((bytes) => WebAssembly.compile(bytes)));
        once.get(key).catch(() => once.delete(key));
    }
    return once.get(key);
};

let words = null;
async function get_words() {
    words ??= new Words(await get_module('words.wasm'));
    return words;
}

async function build(text, { file, chapter }) {
    const [pack, runtime, part, names] = await Promise.all([get('compiler.pack'), get('runtime.a'),
        get(`${chapter}/chapter.o`), get(`${chapter}/names.json`)]);
    say({ stage: 'compile' });
    const start = performance.now();
    const { object, said } = await compile_students(text, file, chapter, unpacked(pack));
    const compiled = performance.now();
    say({ stage: 'link' });
    const wasm = await link(object, part, runtime, JSON.parse(new TextDecoder().decode(names)));
    return { wasm, said, object, seconds: { compile: (compiled - start) / 1000,
                                    link: (performance.now() - compiled) / 1000 } };
}

/// What was built, with the time that the last compile took.
async function build_all(request) {
    const { text, file, step_of } = request;
    let seconds;
    const built = await build_what_compiles(text, { file, step_of, words: await get_words(),
        build: async (each) => {
            const { seconds: took, ...made } = await build(each, request);
            seconds = took;
            return made;
        } });
    return { ...built, seconds };
}

async function check(request) {
    const { chapter, steps, seed, endless, file, step_of } = request;
    await tell_total(chapter);
    const built = request.built ?? await build_all(request);
    say({ stage: 'judge', built });
    const [judge, right, texts] = await Promise.all([get_module(`${chapter}/judge.wasm`),
        get_module(`${chapter}/right.wasm`), get(`${chapter}/texts.json`),
        get(`${chapter}/figures.a`)]); // the last for later, when there may be no network
    const start = performance.now();
    const verdicts = run_judge({
        judge, texts,
        modules: { student: await WebAssembly.compile(built.wasm), right },
        options: ['--seed', String(seed), '--steps', steps.join(',')],
        endless: new Set(endless),
        on_call: (call) => say({ call }),
    });
    const explained = await get_words();
    say({ verdicts,
          explained: verdicts.map((each) => explained.explain_verdict(each, { file, step_of, built })),
          seconds: { ...built.seconds, judge: (performance.now() - start) / 1000 } });
}

/// How many calls and rounds of loops one answer for a figure may take; what a right file takes is told by
/// tests/selftest/web/figures.test.mjs.
const FUEL = 50_000_000;

/// The module of a student's object that draws figures.
async function module_of_figures({ object, chapter }) {
    const [figures, runtime] = await Promise.all([get(`${chapter}/figures.a`), get('runtime.a')]);
    const wasm = await link_figures(object, figures, runtime);
    say({ module: await WebAssembly.compile(fuelled(wasm, FUEL)) });
}

async function explained_failure({ messages }, { file, text, name }) {
    const explained = await get_words();
    return { messages,
        explained: [explained.explain_failure({ said: messages, file, text, chapter: name })] };
}

self.onmessage = async ({ data }) => {
    try {
        await (data.object === undefined ? check(data) : module_of_figures(data));
    } catch (error) {
        say(error instanceof Failed ? await explained_failure(error, data)
            : { failed: String(error) });
    }
};
