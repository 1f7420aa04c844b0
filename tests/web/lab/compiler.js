// From a student's file to a WebAssembly module: clang, itself in WebAssembly, against the header
// that was precompiled when the site was built.
import { runClang, runLLVM } from '@yowasp/clang';

/// The sources lie below this folder, as they lie in the workbook.
export const FLAGS = ['-std=c++20', '-O0', '-Wall', '-Wextra', '-Wshadow', '-Wfloat-conversion',
    '-Wno-unused-parameter', '-Werror=return-type', '-ftabstop=1', '-fwasm-exceptions',
    '-ftrivial-auto-var-init=pattern', '-DXTENSOR_ENABLE_ASSERT', '-DXTENSOR_ENABLE_CHECK_DIMENSION',
    '-D_LIBCPP_HARDENING_MODE=_LIBCPP_HARDENING_MODE_FAST', '-isystem', '/headers', '-I/chapters'];

/// A module keeps to limits: on its memory, and on a stack whose end is noticed.
const STACK = ['--stack-first', '-z', 'stack-size=4194304'];
const MEMORY_OF_HOST = 1024 * 1024 * 1024;
const MEMORY_OF_FIGURE = 64 * 1024 * 1024; // it lives on the page

/// A compiler or linker that ended with an error.
export class Failed extends Error {
    constructor(messages) {
        super(messages);
        this.messages = messages;
    }
}

/// Calls one of the tools; returns the files that there are then.
async function call(tool, words, files) {
    const decoder = new TextDecoder();
    let said = '';
    const listen = (bytes) => {
        said += bytes === null ? '' : decoder.decode(bytes, { stream: true });
    };
    await runLLVM(null, {}, { fetchProgress: () => {} }); // the page shows what is fetched
    try {
        const made = await tool(words, files, { stdout: listen, stderr: listen });
        return { made, said };
    } catch (error) {
        if (error.files === undefined) {
            throw error;
        }
        throw new Failed(said);
    }
}

/// Compiles `name`, one of the files; returns its object and the warnings.
export async function compile(name, files, flags = []) {
    const { made, said } = await call(runClang, ['clang++', ...FLAGS, ...flags, '-c', name, '-o',
        'made.o'], files);
    return { object: made['made.o'], said };
}

/// Against the header that was precompiled; it lies beside the sources.
export const WITH_HEADER = ['-include-pch', 'student.pch', '-Xclang', '-fno-validate-pch'];

/// Compiles a student's file of this chapter. `pack`: the files of the site's compiler.
export function compile_students(text, file, chapter, pack) {
    return compile(file, { ...pack, [file]: text },
        [...WITH_HEADER, `-I/chapters/${chapter}`]);
}

/// Links an object with others; `words` tell the linker which and how.
async function link_with(object, files, memory, words) {
    const { made } = await call(runLLVM, ['wasm-ld', '/usr/lib/wasm32-wasip1/crt1-reactor.o',
        'student.o', ...words, 'runtime.a', ...STACK, `--max-memory=${memory}`,
        '-L/usr/lib/wasm32-wasip1', '-L/usr/lib/wasm32-unknown-wasip1', '--entry', '_initialize',
        '-lc++', '-lc++abi', '-lc', '-lclang_rt.builtins', '-o', 'student.wasm'],
        { 'student.o': object, ...files });
    return made['student.wasm'];
}

/// The module that a judge asks: a student's object with the chapter's part of the runtime and with the
/// runtime. `names`: the mangled names of the chapter's functions.
export function link(object, chapter_object, runtime, names) {
    return link_with(object, { 'chapter.o': chapter_object, 'runtime.a': runtime }, MEMORY_OF_HOST,
        ['chapter.o', ...names.map((name) => `--wrap=${name}`)]);
}

/// The module that the chapter's figures ask: a student's object with what stands around it there.
export function link_figures(object, figures, runtime) {
    return link_with(object, { 'figures.a': figures, 'runtime.a': runtime }, MEMORY_OF_FIGURE,
        ['--whole-archive', 'figures.a', '--no-whole-archive']);
}

/// Makes a library of objects.
export async function archive(objects) {
    const { made } = await call(runLLVM, ['ar', 'rcs', 'runtime.a', ...Object.keys(objects)],
        objects);
    return made['runtime.a'];
}

/// Mangled and readable names of the functions that an object defines.
export async function functions_of(object) {
    const lists = [];
    for (const how of [[], ['--demangle']]) {
        const { said } = await call(runLLVM, ['nm', '--defined-only', ...how, 'object.o'],
            { 'object.o': object });
        lists.push(said.split('\n').map((line) => line.match(/^[0-9a-f]+ [TW] (.*)$/)?.[1])
            .filter((name) => name !== undefined));
    }
    return lists[0].map((mangled, i) => ({ mangled, readable: lists[1][i] }));
}
