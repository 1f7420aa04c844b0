// The worker of a page: compiles a student's file, runs the judge, and links what figures are drawn with.
import { tell_total, told } from './compressed_fetch.js'; // first: it stands in the compiler's way to fetch
import { build_what_compiles } from './building.js';
import { Failed, PLAIN, WITH_LINES, compile_students, fetch_compiler, link, link_figures }
    from './compiler.js';
import { fuelled } from './fuel.js';
import { run_judge } from './judge.js';
import { lines_of } from './origin.js';
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

async function build(text, { file, chapter }, how = PLAIN) {
    const [pack, runtime, part, names] = await Promise.all([get('compiler.pack'), get('runtime.a'),
        get(`${chapter}/chapter.o`), get(`${chapter}/names.json`)]);
    say({ stage: 'compile' });
    const start = performance.now();
    const { object, said } = await compile_students(text, file, chapter, unpacked(pack), how);
    const compiled = performance.now();
    say({ stage: 'link' });
    const wasm = await link(object, part, runtime, JSON.parse(new TextDecoder().decode(names)), how);
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
    fetch_compiler().catch(() => {}); // all at once: it is awaited where it is needed
    const for_judging = Promise.all([get_module(`${chapter}/judge.wasm`),
        get_module(`${chapter}/right.wasm`), get(`${chapter}/texts.json`), // beside the compiler
        get(`${chapter}/figures.a`)]); // for later, when there may be no network
    for_judging.catch(() => {});
    const built = request.built ?? await build_all(request);
    say({ stage: 'judge', built });
    const [judge, right, texts] = await for_judging;
    const start = performance.now();
    const verdicts = run_judge({
        judge, texts,
        modules: { student: await WebAssembly.compile(built.wasm), right },
        options: ['--seed', String(seed), '--steps', steps.join(',')],
        endless: new Set(endless),
        on_call: (call) => say({ call }),
    });
    const judged = performance.now();
    say({ verdicts, explained: await explain(verdicts, built, request),
          seconds: { ...built.seconds, judge: (judged - start) / 1000 } });
}

async function explain(verdicts, built, request) {
    const { file, step_of } = request;
    const { text } = built;
    let traced = null;
    const lines_in = { file, text,
        traced: async () => (traced ??= await build(text, request, WITH_LINES)).wasm };
    const explained = [];
    for (const verdict of verdicts) {
        const lines = await lines_of(verdict, lines_in);
        explained.push((await get_words()).explain_verdict(verdict, { file, step_of, built, lines }));
    }
    return explained;
}

/// How many calls and rounds of loops one answer for a figure may take: some tenths of a second of
/// computing, and ten times what a right file takes for the map of chapter 7, which takes the most.
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
