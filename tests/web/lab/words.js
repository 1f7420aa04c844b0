// The words of the terminal: the program's own sources as a WebAssembly module, asked in JSON
// (tests/web/judge/page_words.cpp).
import { System } from './wasi.js';

const CATEGORIES = ['Lu', 'Ll', 'Lt', 'Lm', 'Lo', 'Mn', 'Mc', 'Me', 'Nd', 'Nl', 'No', 'Pc', 'Pd', 'Ps',
    'Pe', 'Pi', 'Pf', 'Po', 'Sm', 'Sc', 'Sk', 'So', 'Zs', 'Zl', 'Zp', 'Cc', 'Cf', 'Cs', 'Co']
    .map((name) => [name, new RegExp(`^\\p{${name}}$`, 'u')]);
const LAST_POINT = 0x10FFFF;

/// Unicode's category of a character; "Cn" if it has none.
function category_of(point) {
    const letter = point <= LAST_POINT ? String.fromCodePoint(point) : '';
    return CATEGORIES.find(([, pattern]) => pattern.test(letter))?.[0] ?? 'Cn';
}

export class Words {
    constructor(module) {
        const bytes = (at, size) => new Uint8Array(this.exports.memory.buffer, at, size);
        const system = new System({});
        const { exports } = new WebAssembly.Instance(module, {
            wasi_snapshot_preview1: system.imports(module),
            workbook: {
                category_of: (point, to) => {
                    bytes(to, 2).set(new TextEncoder().encode(category_of(point >>> 0)));
                },
                plain_form: (letter, size, to, room) => new TextEncoder().encodeInto(
                    new TextDecoder().decode(bytes(letter, size)).normalize('NFKC'),
                    bytes(to, room)).written,
            },
        });
        this.exports = exports;
        system.memory = exports.memory;
        exports._initialize();
    }

    ask(question, request) {
        const written = new TextEncoder().encode(JSON.stringify(request));
        const room = this.exports.words_room(written.length);
        new Uint8Array(this.exports.memory.buffer).set(written, room);
        const size = this.exports[question]();
        return JSON.parse(new TextDecoder().decode(
            new Uint8Array(this.exports.memory.buffer, this.exports.words_answer(), size)));
    }

    /// Why there is nothing to judge: `said` is what the compiler or the linker wrote about `file`,
    /// which holds `text`.
    explain_failure({ said, file, text, chapter }) {
        return this.ask('explain_failure', { said, file, text, chapter });
    }

    /// The text without the functions that do not compile, and the list of these; null if that is no
    /// way. `left_out`: those that were left out before; `step_of`: the step of each function.
    leave_out({ said, file, text, left_out, step_of }) {
        return this.ask('leave_out', { said, file, text, left_out, step_of });
    }

    /// What is said of a verdict, a line of the judge's. `built` is what was judged: { said, text,
    /// left_out, failed }, the last of which is what the compiler said of the file as it is written,
    /// if functions were left out. `lines`: where each finding threw or crashed (origin.js).
    explain_verdict(verdict, { file, step_of, built, lines }) {
        const { said, text, left_out, failed } = built;
        return this.ask('explain_verdict',
            { verdict, lines, said, file, text, step_of, left_out, failed });
    }
}
