// Files between the browser's storage and the reader's disk: a chapter's file, or all of them in a
// zip archive, laid out as in the workbook, which ./workbook grade takes as it is.
import * as storage from './storage.js';
import { unzip, zip } from './zip.js';

/// Hands a file to the browser to be saved.
function save_as(name, content) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(content);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export function download(chapter, text) {
    save_as(`${chapter.name}.cpp`, new Blob([text], { type: 'text/x-c++src' }));
}

/// All chapters' files; one that nothing was written in is its skeleton.
export function download_all(course) {
    save_as('labs.zip', zip(Object.fromEntries(course.map((chapter) => [
        `labs/${chapter.folder}/${chapter.name}.cpp`,
        storage.load_file(chapter.folder) ?? chapter.skeleton]))));
}

/// Takes a chapter's file or an archive of such, by their names: wherever they lie in an archive.
/// Copies are kept of what was there. Returns the chapters that have a new file.
export async function upload(file, course) {
    const chapter_of = (name) => course.find((each) => `${each.name}.cpp` === name.split('/').pop());
    const texts = file.name.endsWith('.zip')
        ? unzip(new Uint8Array(await file.arrayBuffer()), chapter_of)
        : { [file.name]: await file.text() };
    const taken = [];
    for (const [name, text] of Object.entries(texts)) {
        const chapter = chapter_of(name);
        if (chapter === undefined) {
            continue;
        }
        const before = storage.load_file(chapter.folder);
        if (before === text) {
            continue;
        }
        if ((before !== null && !storage.put_aside(chapter.folder, before))
            || !storage.save_file(chapter.folder, text)) {
            throw new Error('this browser’s storage is full or forbidden');
        }
        taken.push(chapter);
    }
    if (Object.keys(texts).every((name) => chapter_of(name) === undefined)) {
        throw new Error('it holds no chapter’s file, such as perceptron.cpp');
    }
    return taken;
}
