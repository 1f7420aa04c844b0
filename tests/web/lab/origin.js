// The line of a student's file where an exception or a crash came from, as in the terminal
// (tests/program/build/origin.cpp): the file is built once more, with line numbers.
import { functions_of_module, places_in_sources } from './compiler.js';

const CODE = 10; // the number of a module's section

/// Where a module's code begins: from there its line numbers count places.
function start_of_code(wasm) {
    let at = 8;
    const read_size = () => {
        let size = 0;
        for (let shift = 0; ; shift += 7) {
            const byte = wasm[at++];
            size |= (byte & 0x7F) << shift;
            if (byte < 0x80) {
                return size;
            }
        }
    };
    while (at < wasm.length) {
        const kind = wasm[at++];
        const size = read_size();
        if (kind === CODE) {
            return at;
        }
        at += size;
    }
    throw new Error('a module without code');
}

/// Where the line numbers say that these places are. The linker has put wrappers in the place of the
/// chapter's functions (compiler.js), and the line numbers of a function to those of its wrapper.
async function as_numbered(places, wasm) {
    const functions = await functions_of_module(wasm);
    const at = new Map(functions.map((each) => [each.name, each.at]));
    return places.map((place) => {
        const own = functions.findLast((each) => each.at <= place);
        return place - (own?.at ?? 0) + (at.get(`__wrap_${own?.name}`) ?? own?.at ?? 0);
    });
}

/// The innermost line of the file in a trace; 0 if it cannot be told.
async function line_of_origin(trace, wasm, { file, text }) {
    const start = start_of_code(wasm);
    const numbered = await as_numbered(trace, wasm);
    const places = await places_in_sources(numbered.map((place) => place - start), wasm);
    const own = places.find(({ source, line }) => source === `/${file}` && line > 0);
    return own !== undefined && own.line <= text.split('\n').length ? own.line : 0;
}

/// The line of each of a verdict's findings, 0 if there is none. `traced()` is the module with line
/// numbers, and `text` the file that it was built from.
export async function lines_of(verdict, { file, text, traced }) {
    const lines = [];
    for (const { trace } of verdict.findings) {
        lines.push(trace.length === 0 ? 0
            : await line_of_origin(trace, await traced(), { file, text }));
    }
    return lines;
}
