// Runs a chapter's judge, a WebAssembly program, against the module of a student's file.
import { Hosts } from './hosts.js';
import { System } from './wasi.js';

/// The verdicts, a line of JSON for each step that was judged.
///
/// `judge`: the chapter's module, `modules`: those that answer, "student" and "right". `texts`: what
/// the search reads. `options`: words for the judge's command line.
export function run_judge({ judge, modules, texts, options = [], endless, on_call }) {
    const hosts = new Hosts(modules, endless, on_call);
    const printed = ['', '', ''];
    const decoders = printed.map(() => new TextDecoder());
    const system = new System({
        words: ['judge', ...options, '--search', 'linked', '--texts', '/texts.json', '--',
            'student', ':::', 'right'],
        files: { 'texts.json': texts },
        print: (descriptor, bytes) => {
            printed[descriptor] += decoders[descriptor].decode(bytes, { stream: true });
        },
    });
    const instance = new WebAssembly.Instance(judge, {
        workbook: hosts.imports(),
        wasi_snapshot_preview1: system.imports(judge),
    });
    system.memory = instance.exports.memory;
    hosts.serve_for(instance.exports);
    instance.exports._initialize();
    if (instance.exports.__main_void() !== 0) {
        throw new Error(`the judge failed: ${printed[2]}`);
    }
    return printed[1].split('\n').filter((line) => line !== '').map((line) => JSON.parse(line));
}
