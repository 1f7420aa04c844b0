// What is linked with a student's file where the figures of its chapter are drawn by it: the exports
// of the explorables and whatever else they call, as one library.
import fs from 'node:fs';
import path from 'node:path';
import { WITH_HEADER, archive, compile } from './compiler.js';

/// The bytes of the library, or null for a chapter without such figures. `sources`: the list that the
/// workbook's build has written; `headers`, `generated`: trees of files, as the compiler takes them.
/// `made_once(name, from, make)` keeps what is made, `digested` is all that it is made from beside the
/// sources.
export async function figures_part({ chapter, root, sources, headers, generated, made_once, digested }) {
    if (!fs.existsSync(sources)) {
        return null;
    }
    const names = fs.readFileSync(sources, 'utf8').split('\n').filter((name) => name !== '');
    // Interfaces lie beside the sources, or, of a worked file, in the chapter of the same name.
    const folders = [...new Set([chapter, ...names.map((name) => path.basename(path.dirname(name)))])]
        .filter((folder) => folder in headers.chapters);
    const objects = {};
    for (const name of names) {
        const text = new Uint8Array(fs.readFileSync(path.join(root, name)));
        const object = `${path.basename(path.dirname(name))}.${path.basename(name)}.o`;
        const of_chapter = /[0-9]{2}_/.test(name); // others are compiled once for all chapters
        const flags = ['-O2', ...WITH_HEADER, '-I/tests/web', '-I/generated',
            ...(of_chapter ? folders : []).map((folder) => `-I/chapters/${folder}`)];
        objects[object] = await made_once(of_chapter ? `${chapter}.${object}` : object,
            [JSON.stringify(flags), text, ...digested], async () =>
                (await compile(name, placed({ ...headers, generated }, name, text), flags)).object);
    }
    return made_once(`${chapter}_figures.a`, Object.values(objects), () => archive(objects));
}

/// The tree with one more file.
function placed(tree, name, text) {
    const [first, ...rest] = name.split('/');
    return { ...tree,
        [first]: rest.length === 0 ? text : placed(tree[first] ?? {}, rest.join('/'), text) };
}
