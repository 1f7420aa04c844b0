// From a student's file to a WebAssembly module: clang, itself in WebAssembly, against the header
// that was precompiled when the site was built.
import { runClang, runLLVM } from '@yowasp/clang';
import { joined } from './joined.js';

/// The sources lie below this folder, as they lie in the workbook.
export const FLAGS = ['-std=c++20', '-O0', '-Wall', '-Wextra', '-Wshadow', '-Wfloat-conversion',
    '-Wno-unused-parameter', '-Werror=return-type', '-ftabstop=1', '-fwasm-exceptions',
    '-ftrivial-auto-var-init=pattern', '-DXTENSOR_ENABLE_ASSERT', '-DXTENSOR_ENABLE_CHECK_DIMENSION',
    '-D_LIBCPP_HARDENING_MODE=_LIBCPP_HARDENING_MODE_FAST', '-isystem', '/headers', '-I/chapters'];

/// A module keeps to limits: on its memory, and on a stack whose end is noticed.
const LIMITS = ['--stack-first', '-z', 'stack-size=4194304'];
const MEMORY_OF_FIGURES = '--max-memory=67108864'; // 64 MB: they live on the page
const AROUND = ['--entry', '_initialize', '-L/usr/lib/wasm32-wasip1',
    '-L/usr/lib/wasm32-unknown-wasip1'];
const LIBRARIES = ['-lc++', '-lc++abi', '-lc', '-lclang_rt.builtins'];

/// Those of a host: 1 GB of memory.
export const LINK_FLAGS = ['--max-memory=1073741824', ...LIMITS, '--wrap=__cxa_throw', ...AROUND];

/// A compiler or linker that ended with an error.
export class Failed extends Error {
    constructor(messages) {
        super(messages);
        this.messages = messages;
    }
}

let fetched = null;

/// Fetches the compiler, once; every call waits for it.
export function fetch_compiler() {
    fetched ??= runLLVM(null, {}, { fetchProgress: () => {} }); // the page shows what is fetched
    fetched.catch(() => { fetched = null; }); // the next call tries again
    return fetched;
}

/// Calls one of the tools; returns the files that there are then, what it wrote to its standard output,
/// and what it said beside that.
async function call(tool, words, files) {
    const decoder = new TextDecoder();
    const pieces = [];
    let said = '';
    const keep = (bytes) => {
        if (bytes !== null) { // it is when the tool flushes
            pieces.push(bytes.slice());
        }
    };
    const listen = (bytes) => {
        said += bytes === null ? '' : decoder.decode(bytes, { stream: true });
    };
    await fetch_compiler();
    try {
        const made = await tool(words, files,
            { stdout: keep, stderr: listen, decodeASCII: false }); // it costs time, and is not used
        return { made, written: joined(pieces), said };
    } catch (error) {
        if (error.files === undefined) {
            throw error;
        }
        throw new Failed(said);
    }
}

/// Compiles `name`, one of the files; returns its object and the warnings. The object comes by the
/// standard output: each of the many small writes to a file would copy the whole file.
export async function compile(name, files, flags = []) {
    const { written, said } = await call(runClang, ['clang++', ...FLAGS, ...flags, '-c', name, '-o',
        '-'], files);
    return { object: written, said };
}

/// Against the header that was precompiled; it lies beside the sources.
export const WITH_HEADER = ['-include-pch', 'student.pch', '-Xclang', '-fno-validate-pch'];

/// How a file is built: plainly, or as the same machine code with line numbers and with the functions'
/// mangled names.
export const PLAIN = { compile: [], link: [] };
export const WITH_LINES = { compile: ['-gline-tables-only'], link: ['--no-demangle'] };

/// Compiles a student's file of this chapter. `pack`: the files of the site's compiler.
export function compile_students(text, file, chapter, pack, how = PLAIN) {
    return compile(file, { ...pack, [file]: text },
        [...how.compile, ...WITH_HEADER, `-I/chapters/${chapter}`]);
}

/// Links an object with other files; `words` tell the linker which and how.
async function link_with(object, files, words) {
    const { written } = await call(runLLVM, ['wasm-ld', '/usr/lib/wasm32-wasip1/crt1-reactor.o',
        'student.o', ...words, ...LIBRARIES, '-o', '-'], { 'student.o': object, ...files });
    return written;
}

/// The module that a judge asks: a student's object with the chapter's part of the runtime and with the
/// runtime. `names`: the mangled names of the chapter's functions.
export function link(object, chapter_object, runtime, names, how = PLAIN) {
    return link_with(object, { 'chapter.o': chapter_object, 'runtime.a': runtime }, ['chapter.o',
        'runtime.a', ...LINK_FLAGS, ...how.link, ...names.map((name) => `--wrap=${name}`)]);
}

/// The module that the chapter's figures ask: a student's object with what stands around it there.
export function link_figures(object, figures, runtime) {
    return link_with(object, { 'figures.a': figures, 'runtime.a': runtime }, ['--whole-archive',
        'figures.a', '--no-whole-archive', 'runtime.a', MEMORY_OF_FIGURES, ...LIMITS, ...AROUND]);
}

/// Makes a library of objects.
export async function archive(objects) {
    const { made } = await call(runLLVM, ['ar', 'rcs', 'runtime.a', ...Object.keys(objects)],
        objects);
    return made['runtime.a'];
}

/// The lines that a tool wrote.
const written_lines = (written) => new TextDecoder().decode(written).split('\n');

/// Mangled and readable names of the functions that an object defines.
export async function functions_of(object) {
    const lists = [];
    for (const how of [[], ['--demangle']]) {
        const { written } = await call(runLLVM, ['nm', '--defined-only', ...how, 'object.o'],
            { 'object.o': object });
        lists.push(written_lines(written).map((line) => line.match(/^[0-9a-f]+ [TW] (.*)$/)?.[1])
            .filter((name) => name !== undefined));
    }
    return lists[0].map((mangled, i) => ({ mangled, readable: lists[1][i] }));
}

/// The functions of a module, by place: { at, name }, in bytes from its beginning.
export async function functions_of_module(wasm) {
    const { written } = await call(runLLVM, ['nm', '--numeric-sort', 'student.wasm'],
        { 'student.wasm': wasm });
    return written_lines(written).map((line) => line.match(/^([0-9a-f]+) [tT] (.*)$/))
        .filter((match) => match !== null)
        .map(([, at, name]) => ({ at: parseInt(at, 16), name }));
}

/// Where in the sources these places of a module's code are: { source, line }, the line 0 if it is not
/// known. A place has several if functions were put into others.
export async function places_in_sources(places, wasm) {
    const { written } = await call(runLLVM, ['addr2line', '-i', '-e', 'student.wasm',
        ...places.map((place) => `0x${place.toString(16)}`)], { 'student.wasm': wasm });
    return written_lines(written).map((each) => each.match(/^(.*):([0-9]+|\?)/))
        .filter((match) => match !== null)
        .map(([, source, line]) => ({ source, line: Number(line) || 0 }));
}
