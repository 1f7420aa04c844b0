// A verdict as a person reads it.

const WORDS = { right: 'right', wrong: 'wrong', todo: 'to do', crashed: 'crashed',
    timeout: 'takes too long', not_built: 'not built' };

function element(name, text = '', attributes = {}) {
    const made = document.createElement(name);
    made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) {
        made.setAttribute(key, value);
    }
    return made;
}

function finding_of(finding) {
    const list = element('dl');
    const add = (label, text) => {
        if (text) {
            list.append(element('dt', label), element('dd', text));
        }
    };
    add('expected', finding.expected);
    add('got', finding.got);
    finding.inputs.forEach(({ name, value }, i) => add(i === 0 ? 'with' : '', `${name} = ${value}`));
    add('note', finding.note);
    const where = finding.where + (finding.place ? `, number ${finding.place}` : '');
    const box = element('div', '', { class: 'finding' });
    box.append(element('p', `${finding.function} at ${where}:`), list);
    return box;
}

/// What is said of a step's verdict, a line of the judge's, as elements. `step_of(function)` names
/// the step of a function.
export function verdict_of(verdict, step_of) {
    const parts = [];
    const say = (text, kind = '') => parts.push(element('p', text, kind ? { class: kind } : {}));
    say(`${verdict.step} ${verdict.name}: ${WORDS[verdict.status]}`, `verdict ${verdict.status}`);
    const waits = [...new Set(verdict.waits_for.map(step_of))].filter((each) => each !== verdict.step);
    if (verdict.status === 'right') {
        if (waits.length > 0) {
            say(`waits for ${waits.join(', ')}`);
        }
        return parts;
    }
    if (verdict.status === 'todo') {
        say(verdict.interruption === verdict.step ? 'not written yet'
            : `needs step ${verdict.interruption}, which is not written yet`);
        return parts;
    }
    if (verdict.interruption) {
        say(verdict.interruption);
    }
    parts.push(...verdict.findings.map(finding_of));
    if (verdict.mistakes.length > 0) {
        say(verdict.mistakes.length === 1 ? 'The mistake:' : 'Perhaps:', 'mistake');
        verdict.mistakes.forEach(({ message }) => say(message));
    } else if (verdict.status === 'wrong') {
        say('None of the known mistakes gives these numbers.');
    }
    if (verdict.printed) {
        say('your code printed:');
        parts.push(element('pre', verdict.printed.split('\n').slice(0, 10).join('\n')));
    }
    return parts;
}

/// The compiler's messages about lines of this file.
export function messages_in(said, file) {
    const messages = [];
    for (const line of said.split('\n')) {
        const found = line.match(/^([^:]+):(\d+):(\d+): (?:fatal )?(error|warning): (.*)$/);
        if (found && found[1] === file) {
            messages.push({ line: Number(found[2]), column: Number(found[3]), severity: found[4],
                            message: found[5] });
        }
    }
    return messages;
}

/// What is said of a file that does not compile: its first error.
export function not_built(said, file) {
    const first = messages_in(said, file).find(({ severity }) => severity === 'error');
    const text = first ? `line ${first.line}: ${first.message}`
        : said.split('\n').find((line) => line.includes('error')) ?? said;
    return [element('p', 'not built', { class: 'verdict not_built' }), element('p', text)];
}
