// Lays out what is said of a step as elements. The words are the terminal's (words.js).

import { element } from './elements.js';

/// Lines; those that begin with four blanks are code, which keeps its form.
function lines_of(text) {
    const parts = [];
    let code = null;
    for (const line of text.split('\n')) {
        if (!line.startsWith('    ')) {
            code = null;
            parts.push(element('p', {}, line));
        } else if (code === null) {
            code = element('pre', {}, line.slice(4));
            parts.push(code);
        } else {
            code.textContent += `\n${line.slice(4)}`;
        }
    }
    return parts;
}

/// What is said, a list of { kind, label, text } (tests/program/explain/step_words.hpp), as elements.
/// `status` is how the step ended.
export function elements_of({ status, said }) {
    const parts = [];
    let list = null; // of a finding
    let printed = null;
    for (const { kind, label, text } of said) {
        if (kind === 'item') {
            list.append(element('dt', {}, label), element('dd', {}, text));
        } else if (kind === 'finding') {
            list = element('dl');
            parts.push(element('div', { class: 'finding' }, element('p', {}, text), list));
        } else if (kind === 'printed') {
            if (printed === null) {
                printed = element('pre', {}, text);
                parts.push(printed);
            } else {
                printed.textContent += `\n${text}`;
            }
        } else if (kind === 'verdict') {
            parts.push(element('p', { class: `verdict ${status}` },
                label ? `${label}: ${text}` : text));
        } else if (kind === 'lines') {
            parts.push(...lines_of(text));
        } else {
            parts.push(...text.split('\n').map((line) =>
                element('p', kind === 'mistake' ? { class: kind } : {}, line)));
        }
    }
    return parts;
}
