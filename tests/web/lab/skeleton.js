// A saved file may be older than the chapter: what the chapter's skeleton has, and the file has not.

const begins = (name) => new RegExp(`^[A-Za-z].*\\b${name}\\(`);

/// The functions of the chapter's steps that this text does not define.
export function missing_functions(text, chapter) {
    const lines = text.split('\n');
    return Object.keys(chapter.steps_of)
        .filter((name) => !lines.some((line) => begins(name).test(line)));
}

/// A function as it stands in the skeleton, with the comment above it.
function function_in(skeleton, name) {
    const lines = skeleton.split('\n');
    const at = lines.findIndex((line) => begins(name).test(line));
    let first = at;
    while (first > 0 && lines[first - 1].startsWith('//')) {
        --first;
    }
    return lines.slice(first, lines.indexOf('}', at) + 1).join('\n');
}

/// The text with these functions of the skeleton, at the end of its namespace.
export function add_functions(text, chapter, names) {
    const added = names.map((name) => `${function_in(chapter.skeleton, name)}\n\n`).join('');
    const end = text.search(/^\} \/\/ namespace(?![^]*^\} \/\/ namespace)/m);
    return end < 0 ? `${text}\nnamespace ${chapter.name} {\n\n${added}} // namespace ${chapter.name}\n`
        : text.slice(0, end) + added + text.slice(end);
}
