// Answers of every kind to a chapter's steps, made from the worked file as an author's lists say.
import fs from 'node:fs';
import path from 'node:path';

const root = process.env.ROOT;

/// The chapters that the site has been made of, as its pages know them.
export const course = JSON.parse(
    fs.readFileSync(path.join(process.env.BUILD, 'web/labs/chapters.json'), 'utf8'));

const read = (...parts) => fs.readFileSync(path.join(root, ...parts), 'utf8');
export const solution_of = ({ folder, name }) => read('solutions', folder, `${name}.cpp`);

/// What students write: { step, code } for each pair of markers, in the order of the file.
export function regions_of(chapter) {
    const marked = /^ *\/\/! \[([0-9.]+) .*\]\n([^]*?)\n *\/\/! \[.*\]$/gm;
    return [...solution_of(chapter).matchAll(marked)].map(([, step, code]) => ({ step, code }));
}

/// The worked file with this code in the step's first function.
export function answered(chapter, step, code) {
    const marker = new RegExp(`^( *//! \\[${step.replace('.', '\\.')} .*\\]\n)[^]*?(^ *//! \\[)`, 'm');
    return '#include <cstdio>\n#include <cstdlib>\n#include <stdexcept>\n'
        + solution_of(chapter).replace(marker, (all, before, after) => `${before}${code}\n${after}`);
}

/// The wrong answers of a list beside the chapter's tests that are one edit of the worked file:
/// { id, step, text }.
export function* edited(chapter, list) {
    const solution = solution_of(chapter);
    for (const [, id, before, after] of read('tests', chapter.folder, list).matchAll(
        /^(\w+\.\w+): .*(?:\n .*)*\n- (.*)\n\+ (.*)\n(?=\n|$)/gm)) {
        const pieces = solution.split(before);
        const step = chapter.steps_of[id.split('.')[0]];
        if (pieces.length === 2 && step !== undefined) {
            yield { id, step, text: pieces.join(after) };
        }
    }
}

/// Code that ends a function in no good way, and what is said of it.
export const bad_ends = [
    ['an endless loop', 'for (;;) {}', /takes too long\s+not done after 3 s of computing/],
    ['a recursion without end', `struct Deep {
        static double down(double x) { return x + down(x + 1); }
    };
    std::exit(Deep::down(1) > 0);`, /crashed \(segmentation fault\)[^]*in line\s+\d+:/],
    ['an exception', 'throw std::runtime_error("oh");',
        /an exception, std::runtime_error: oh[^]*in line\s+\d+: throw std::runtime_error\("oh"\);/],
    ['exit', 'std::exit(3);', /ended the program \(exit status 3\)/],
    ['abort', 'std::abort();', /your code was aborted[^]*in line\s+\d+: std::abort\(\);/],
    ['4 GB', 'Vector v(Vector::shape_type{500000000U});\n    std::exit(v(0) > 0);',
        /std::bad_alloc[^]*in line\s+\d+: Vector v/],
    ['a flood of output', 'for (;;) { std::puts("again and again"); }', /printed more than 256 kB/],
];
