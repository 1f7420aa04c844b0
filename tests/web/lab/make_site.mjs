// Makes what the pages of ./workbook site compile and link with:
//
//   node make_site.mjs ROOT NATIVE BUILD OUT CHAPTER…
//
// NATIVE holds what the workbook's own build has made, BUILD the judges (NN_name.wasm). In OUT, for
// every chapter: the judge, the worked functions as a module, the chapter's parts of a student's
// modules; and the compiler's files.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { figures_part } from './figures_part.mjs';
import { run_judge } from './judge.js';
import { FLAGS, LINK_FLAGS, archive, compile, compile_students, functions_of, link } from './compiler.js';

const [root, native, build, out, ...chapters] = process.argv.slice(2);
const kept = path.join(build, 'kept');
fs.mkdirSync(kept, { recursive: true });

/// A folder's files with these endings, as the compiler takes them.
function tree(folder, endings) {
    const files = {};
    for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
        const file = path.join(folder, entry.name);
        if (entry.isDirectory()) {
            files[entry.name] = tree(file, endings);
        } else if (endings.includes(path.extname(entry.name))) {
            files[entry.name] = new Uint8Array(fs.readFileSync(file));
        }
    }
    return files;
}

const used = new Set(); // of what is kept

/// What a step made when it was last made from the same things.
async function made_once(name, from, make) {
    const digest = createHash('sha256').update(JSON.stringify(FLAGS));
    for (const part of from) {
        digest.update(part);
    }
    const file = path.join(kept, `${name}.${digest.digest('hex').slice(0, 16)}`);
    used.add(path.basename(file));
    if (!fs.existsSync(file)) {
        const start = performance.now();
        fs.writeFileSync(file + '.part', await make());
        fs.renameSync(file + '.part', file);
        console.log(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
    }
    return new Uint8Array(fs.readFileSync(file));
}

const HEADERS = ['.hpp', '.h', '.ipp'];
const SOURCES = [...HEADERS, '.cpp', ''];
const read = (...parts) => new Uint8Array(fs.readFileSync(path.join(root, ...parts)));

/// All bytes of a tree, for its digest.
function* bytes_of(files) {
    for (const each of Object.values(files)) {
        if (each instanceof Uint8Array) {
            yield each;
        } else {
            yield* bytes_of(each);
        }
    }
}

/// Those of its headers.
function* headers_in(files) {
    for (const [name, each] of Object.entries(files)) {
        if (!(each instanceof Uint8Array)) {
            yield* headers_in(each);
        } else if (HEADERS.includes(path.extname(name))) {
            yield each;
        }
    }
}

const include = fs.existsSync('/usr/include/xtensor') ? '/usr/include' : process.env.WORKBOOK_PREFIX;
const xtensor = { xtensor: tree(path.join(include, 'xtensor'), HEADERS),
    xtl: tree(path.join(include, 'xtl'), HEADERS) };
const common = { common: { math: tree(path.join(root, 'chapters/common/math'), HEADERS) } };

/// The files that a student's file is compiled with.
const student_header = ['linalg', 'tensor', 'todo']
    .map((name) => `#include "common/math/${name}.hpp"\n`).join('');
const pack = { headers: xtensor, chapters: { ...common } };
pack['student.hpp'] = new TextEncoder().encode(student_header);
// What the header's own code makes of templates is in it too, and not made with every file again.
const header_flags = ['-x', 'c++-header', '-Xclang', '-fno-pch-timestamp',
    '-fpch-instantiate-templates'];
pack['student.pch'] = await made_once('student.pch', [header_flags.join(), ...bytes_of(pack)],
    async () => (await compile('student.hpp', pack, header_flags)).object);
for (const chapter of chapters) {
    pack.chapters[chapter] = tree(path.join(root, 'chapters', chapter), HEADERS);
}

/// The runtime: what every student's module is linked with.
const libcxxabi = '/usr/share/emscripten/system/lib/libcxxabi';
const everything = {
    headers: { ...xtensor, boost: tree(path.join(include, 'boost'), SOURCES),
        'xtensor-blas': tree(path.join(include, 'xtensor-blas'), HEADERS),
        xflens: tree(path.join(include, 'xflens'), [...HEADERS, '.tcc', '.cxx']) },
    chapters: { common: { math: tree(path.join(root, 'chapters/common/math'), SOURCES) } },
    tests: { judging: tree(path.join(root, 'tests/judging'), SOURCES),
        web: { runtime: tree(path.join(root, 'tests/web/runtime'), SOURCES) } },
    libcxxabi: tree(libcxxabi, SOURCES),
    libunwind: tree(path.join(libcxxabi, '../libunwind/include'), SOURCES),
};
const math = Object.keys(everything.chapters.common.math).filter((name) => name.endsWith('.cpp'));
const parts = {
    ...Object.fromEntries(math.map((name) => [`chapters/common/math/${name}`,
        ['-O2', '-DXTENSOR_USE_FLENS_BLAS']])),
    'tests/judging/host/host.cpp': ['-O2', '-I/tests'],
    'tests/judging/host/conversation.cpp': ['-O2', '-I/tests'],
    'tests/judging/host/memory.cpp': ['-O2', '-I/tests'],
    'tests/web/runtime/channel.cpp': ['-O2', '-I/tests'],
    'tests/web/runtime/trace.cpp': ['-O2', '-I/tests'],
    'tests/web/runtime/unwinding.cpp': ['-O2'],
};
const of_libcxxabi = ['-O2', '-std=c++17', '-w', '-D__USING_WASM_EXCEPTIONS__', '-DNDEBUG',
    '-D_LIBCXXABI_BUILDING_LIBRARY', '-D_LIBCPP_BUILDING_LIBRARY', '-D_LIBCXXABI_HAS_NO_THREADS',
    '-D_LIBCPP_HAS_NO_THREADS', '-D_LIBCPP_INLINE_VISIBILITY=', '-Ilibcxxabi/src',
    '-Ilibcxxabi/include', '-Ilibunwind'];
parts['libcxxabi/src/cxa_exception.cpp'] = of_libcxxabi;
parts['libcxxabi/src/cxa_personality.cpp'] = of_libcxxabi;

/// What an object depends on besides its own source.
const own_headers = [...headers_in(everything.chapters), ...headers_in(everything.tests.judging.host),
    ...headers_in(everything.tests.judging.protocol)];
const source = (name) => name.split('/').reduce((folder, part) => folder[part], everything);
const objects = {};
for (const [name, flags] of Object.entries(parts)) {
    const object = path.basename(name).replace(/cpp$/, 'o');
    objects[object] = await made_once(object,
        [JSON.stringify(flags), source(name), ...own_headers],
        async () => (await compile(name, everything, flags)).object);
}
const runtime = await made_once('runtime.a', Object.values(objects), () => archive(objects));

fs.mkdirSync(out, { recursive: true });
fs.writeFileSync(path.join(out, 'runtime.a'), runtime);
fs.copyFileSync(path.join(build, 'words.wasm'), path.join(out, 'words.wasm'));

/// What the figures are drawn with: the headers of all chapters, and those of the explorables.
const web = 'tests/web/explorables';
const drawing_headers = {
    ...pack,
    chapters: { ...pack.chapters, common: tree(path.join(root, 'chapters/common'), HEADERS) },
    tests: { web: { explorables: tree(path.join(root, web), HEADERS) } },
};
const generated = tree(path.join(native, web), ['.inc']);
const drawn_with = [pack['student.pch'], ...bytes_of(drawing_headers.chapters),
    ...bytes_of(drawing_headers.tests), ...bytes_of(generated)];

/// What a page knows of a chapter: its steps, as the judge lists them, and where each begins.
function described(chapter, name, folder) {
    const skeleton = fs.readFileSync(path.join(root, 'labs', chapter, `${name}.cpp`), 'utf8');
    const lines = skeleton.split('\n');
    const [list] = run_judge({ judge: new WebAssembly.Module(
        fs.readFileSync(path.join(folder, 'judge.wasm'))), modules: {}, texts: new Uint8Array(),
        options: ['--list'] });
    const steps_of = {};
    const first_line = {}; // of a step's first function
    let signature = '';
    for (const line of lines) {
        signature = /^[A-Za-z].*\(/.test(line) ? line : signature;
        const todo = line.match(/todo\("([0-9.]+)"\)/);
        if (todo !== null) {
            steps_of[signature.match(/(\w+)\(/)[1]] = todo[1];
            first_line[todo[1]] ??= signature;
        }
    }
    const steps = list.steps.filter(({ hidden }) => !hidden)
        .map((step) => ({ ...step, signature: first_line[step.step] }));
    return { folder: chapter, name, skeleton, steps, steps_of };
}
const course = [];
const chapter_part = 'tests/web/runtime/chapter.cpp';

for (const chapter of chapters) {
    const name = chapter.replace(/^[0-9]+_/, '');
    const folder = path.join(out, chapter);
    fs.mkdirSync(folder, { recursive: true });
    const solution = read('solutions', chapter, `${name}.cpp`);
    const worked = await made_once(`${chapter}.o`, [solution, pack['student.pch']], async () =>
        (await compile_students(solution, `${name}.cpp`, chapter, pack)).object);
    // Those that the judge may call; the file also holds others, such as checks of the header's.
    const list = fs.readFileSync(path.join(root, 'tests', chapter, 'functions.hpp'), 'utf8');
    const listed = new Set([...list.matchAll(/\bFUNCTION\((\w+)/g)].map(([, each]) => each));
    const functions = (await functions_of(worked))
        .map(({ mangled, readable }) => ({
            mangled, called: readable.match(new RegExp(`^${name}::(\\w+)\\(`))?.[1] }))
        .filter(({ called }) => listed.has(called));
    const names = functions.map(({ mangled, called }) =>
        `#define MANGLED_${called} "${mangled}"\n`).join('');
    const chapter_files = { ...everything,
        chapters: { ...everything.chapters, [chapter]: pack.chapters[chapter] },
        tests: { ...everything.tests, [chapter]: tree(path.join(root, 'tests', chapter), HEADERS) },
        names: { 'names.hpp': names } };
    const part = await made_once(`${chapter}_part.o`, [names, source(chapter_part), ...own_headers,
        ...bytes_of(chapter_files.tests[chapter]), ...bytes_of(pack.chapters[chapter])],
        async () => (await compile(chapter_part, chapter_files, ['-O1', '-I/tests',
            `-I/tests/${chapter}`, `-I/chapters/${chapter}`, '-I/names'])).object);
    const mangled = functions.map((each) => each.mangled);
    const right = await made_once(`${chapter}_right.wasm`,
        [worked, part, runtime, LINK_FLAGS.join()],
        () => link(worked, part, runtime, mangled));
    fs.writeFileSync(path.join(folder, 'chapter.o'), part);
    fs.writeFileSync(path.join(folder, 'right.wasm'), right);
    fs.writeFileSync(path.join(folder, 'names.json'), JSON.stringify(mangled));
    const figures = await figures_part({ chapter, root, made_once, generated,
        sources: path.join(native, 'web/explorables', `${chapter}.txt`), headers: drawing_headers,
        digested: drawn_with });
    if (figures !== null) {
        fs.writeFileSync(path.join(folder, 'figures.a'), figures);
    }
    fs.copyFileSync(path.join(build, `${chapter}.wasm`), path.join(folder, 'judge.wasm'));
    fs.copyFileSync(path.join(native, 'mistakes', `${chapter}.json`),
                    path.join(folder, 'texts.json'));
    course.push(described(chapter, name, folder));
}
fs.writeFileSync(path.join(out, 'chapters.json'), JSON.stringify(course));

/// The compiler's files in one: a list of names and sizes as JSON, then their bytes.
function packed(files) {
    const list = [];
    const pieces = [];
    const add = (folder, prefix) => {
        for (const [name, each] of Object.entries(folder)) {
            if (each instanceof Uint8Array) {
                list.push([prefix + name, each.length]);
                pieces.push(each);
            } else {
                add(each, `${prefix}${name}/`);
            }
        }
    };
    add(files, '');
    const head = new TextEncoder().encode(JSON.stringify(list));
    const size = new Uint8Array(4);
    new DataView(size.buffer).setUint32(0, head.length, true);
    return Buffer.concat([size, head, ...pieces]);
}
fs.writeFileSync(path.join(out, 'compiler.pack'), packed(pack));

// What an earlier site was made of goes.
for (const file of fs.readdirSync(kept).filter((each) => !used.has(each))) {
    fs.rmSync(path.join(kept, file));
}
