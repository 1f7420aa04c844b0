// The steps of a chapter's page: each has an editor of the student's file, opened at the step's
// function, and is judged there.
import { Checker } from './checker.js';
import { make_editor, mark_lines, replace_text, show_function } from './editor.js';
import * as storage from './storage.js';
import { elements_of } from './verdict.js';

const place = new URL('.', import.meta.url);
const page = location.pathname.split('/').pop().replace(/\.html$/, '');

function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
        made.setAttribute(key, value);
    }
    made.append(...children);
    return made;
}

function button(text, action) {
    const made = element('button', { type: 'button' }, text);
    made.addEventListener('click', action);
    return made;
}

/// One chapter's file, its editor, and the panels of its steps.
class Lab {
    constructor(chapter) {
        this.chapter = chapter;
        this.file = `${chapter.name}.cpp`;
        this.text = storage.load_file(chapter.folder) ?? chapter.skeleton;
        this.verdicts = storage.load_verdicts(chapter.folder);
        this.checker = new Checker(place);
        this.seed = Math.floor(Math.random() * 1_000_000);
        this.editor = null;
        this.panels = new Map();
        this.checking = false;
        for (const step of chapter.steps) {
            this.add_panel(step);
        }
        this.show_ticks();
        storage.on_other_tab(chapter.folder, (text) => this.take(text));
    }

    add_panel(step) {
        const heading = document.getElementById(`step_${step.step.replace('.', '_')}`);
        if (heading === null) {
            return;
        }
        const panel = { step, hints: 0 };
        panel.code = element('div', { class: 'lab-code', tabindex: '-1' });
        panel.said = element('div', { class: 'lab-said', role: 'status' });
        panel.open = button('Write it here', () => this.open(panel));
        panel.check = button('Check', () => this.check(panel));
        panel.hint = button('Hint', () => this.hint(panel));
        panel.menu = element('span', { class: 'lab-more' },
            button('Reset', () => this.reset(panel)), button('Download', () => this.download()),
            this.upload_button());
        panel.bar = element('div', { class: 'lab-bar' },
            element('strong', {}, `Step ${step.step} ${step.name}`), panel.open, panel.check,
            panel.hint, panel.menu);
        panel.box = element('section', { class: 'lab', 'aria-label': `Step ${step.step}, your code` },
            panel.bar, panel.code, panel.said);
        let end = heading.nextElementSibling;
        while (end !== null && end.tagName !== 'H2' && end.tagName !== 'H1') {
            end = end.nextElementSibling;
        }
        heading.parentElement.insertBefore(panel.box, end);
        this.panels.set(step.step, panel);
    }

    /// Shows the editor in this panel, at the step's function.
    open(panel) {
        if (this.editor === null) {
            this.editor = make_editor({
                parent: panel.code, text: this.text,
                label: `${this.file}, your file. Control-Enter checks; Escape leaves the editor`,
                on_change: (text) => this.save(text),
                on_check: () => this.check(this.current),
            });
        } else if (this.current !== panel) {
            panel.code.append(this.editor.dom);
        }
        this.current = panel;
        for (const each of this.panels.values()) {
            each.box.classList.toggle('lab-open', each === panel);
        }
        show_function(this.editor, panel.step.signature);
        this.editor.focus();
    }

    save(text) {
        this.text = text;
        if (!storage.save_file(this.chapter.folder, text)) {
            this.say(this.current, 'This browser keeps nothing here (its storage is full or '
                + 'forbidden): download your file before you leave the page.');
        }
    }

    /// Another tab has saved the file; this one goes on with that.
    take(text) {
        this.text = text;
        if (this.editor !== null && this.editor.state.doc.toString() !== text) {
            replace_text(this.editor, text);
        }
    }

    say(panel, ...parts) {
        panel.said.replaceChildren(...parts);
    }

    async check(panel) {
        if (this.checking) {
            return;
        }
        this.checking = true;
        panel.check.setAttribute('aria-disabled', 'true');
        const start = performance.now();
        try {
            const result = await this.checker.check({
                text: this.text, file: this.file, chapter: this.chapter.folder,
                name: this.chapter.name, step_of: this.chapter.steps_of,
                steps: [panel.step.step], seed: this.seed,
            }, (message) => this.show_progress(panel, message));
            this.show(panel, result, (performance.now() - start) / 1000);
        } catch (error) {
            this.say(panel, `The check did not work: ${error.message}. Try again; if the compiler `
                + 'cannot be fetched, see whether there is a network.');
        }
        panel.check.removeAttribute('aria-disabled');
        this.checking = false;
    }

    show_progress(panel, { stage, loaded, total }) {
        const words = { compile: 'compiling …', link: 'linking …', judge: 'judging …' };
        const megabytes = (bytes) => (bytes / 1e6).toFixed(0);
        this.say(panel, stage === 'fetch'
            ? `fetching the compiler: ${megabytes(loaded)} of ${megabytes(total)} MB …`
            : words[stage]);
    }

    show(panel, result, seconds) {
        const [explained] = result.explained;
        if (this.editor !== null) {
            mark_lines(this.editor, explained.marks);
        }
        this.keep_verdict(panel, explained.status);
        if (explained.status === 'right') {
            this.seed = Math.floor(Math.random() * 1_000_000);
        }
        this.say(panel, ...elements_of(explained),
            element('p', { class: 'lab-note' }, `${seconds.toFixed(1)} s. A verdict here is for `
                + 'learning; marks come from your instructor’s grading.'));
    }

    keep_verdict(panel, status) {
        this.verdicts[panel.step.step] = status;
        storage.save_verdicts(this.chapter.folder, this.verdicts);
        this.show_ticks();
    }

    /// Steps that are right have a tick: in their panels and in the list of contents.
    show_ticks() {
        for (const [step, panel] of this.panels) {
            const right = this.verdicts[step] === 'right';
            panel.box.classList.toggle('lab-right', right);
            const target = `#step_${step.replace('.', '_')}`;
            for (const link of document.querySelectorAll(`nav a[href$="${target}"]`)) {
                link.classList.toggle('lab-done', right);
            }
        }
    }

    hint(panel) {
        const hints = panel.step.hints.slice(0, ++panel.hints);
        const list = element('ol', {}, ...hints.map((hint) => element('li', {}, hint)));
        this.say(panel, element('p', {}, 'Hints'), list);
        panel.hints = Math.min(panel.hints, panel.step.hints.length);
    }

    /// The skeleton again; what was there is kept, and can be had back.
    reset(panel) {
        const before = this.text;
        if (!storage.put_aside(this.chapter.folder, before)) {
            this.say(panel, 'No copy of your file can be kept, so it was not replaced: download it '
                + 'first.');
            return;
        }
        this.replace(this.chapter.skeleton);
        this.say(panel, 'The whole file is the skeleton again. ',
            button('Take back', () => this.replace(before)));
    }

    replace(text) {
        this.take(text);
        this.save(text);
    }

    download() {
        const link = element('a', { download: this.file,
            href: URL.createObjectURL(new Blob([this.text], { type: 'text/x-c++src' })) });
        link.click();
        URL.revokeObjectURL(link.href);
    }

    upload_button() {
        const input = element('input', { type: 'file', accept: '.cpp', hidden: '' });
        input.addEventListener('change', async () => {
            const [file] = input.files;
            if (file !== undefined && storage.put_aside(this.chapter.folder, this.text)) {
                this.replace(await file.text());
            }
        });
        return element('span', {}, input, button('Upload', () => input.click()));
    }
}

const response = await fetch(new URL('chapters.json', place));
const chapter = (await response.json()).find(({ name }) => name === page);
if (chapter !== undefined) {
    new Lab(chapter);
}
