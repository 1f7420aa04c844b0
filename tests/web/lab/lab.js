// The steps of a chapter's page: each has an editor of the student's file, opened at the step's
// function, and is judged there.
import { Checker } from './checker.js';
import { make_editor, mark_lines, replace_text, show_step } from './editor.js';
import { button, element, file_button } from './elements.js';
import { download, upload } from './exchange.js';
import { offer_to_figures } from './figures.js';
import { keep_this_page, start_keeping } from './offline.js';
import { Progress } from './progress.js';
import { add_functions, missing_functions } from './skeleton.js';
import * as storage from './storage.js';
import { show_ticks } from './ticks.js';
import { elements_of } from './verdict.js';

const place = new URL('.', import.meta.url);
const page = location.pathname.split('/').pop().replace(/\.html$/, '');

/// One chapter's file, its editor, and the panels of its steps.
class Lab {
    constructor(course, chapter) {
        this.course = course;
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
        storage.on_any_change(() => this.load_verdicts());
    }

    add_panel(step) {
        const heading = document.getElementById(`step_${step.step.replace('.', '_')}`);
        if (heading === null) {
            return;
        }
        const panel = { step, hints: 0 };
        panel.code = element('div', { class: 'lab-code' });
        panel.said = element('div', { class: 'lab-said', role: 'status' });
        panel.open = button('Write it here', () => this.open(panel));
        panel.check = button('Check', () => this.check(panel));
        panel.hint = button('Hint', () => this.hint(panel));
        panel.menu = element('span', { class: 'lab-more' },
            button('Reset', () => this.reset(panel)),
            button('Copies', () => this.show_copies(panel)),
            button('Download', () => download(this.chapter, this.text)),
            file_button('Upload', '.cpp,.zip', (file) => this.upload(panel, file)));
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
                on_leave: () => this.current.check.focus(),
            });
        } else if (this.current !== panel) {
            panel.code.append(this.editor.dom);
        }
        this.current = panel;
        for (const each of this.panels.values()) {
            each.box.classList.toggle('lab-open', each === panel);
        }
        show_step(this.editor, panel.step);
        this.editor.focus();
        if (panel.said.childElementCount === 0) {
            this.say_what_is_missing(panel);
        }
    }

    /// A file that was begun before the chapter changed may lack functions.
    say_what_is_missing(panel) {
        const missing = missing_functions(this.text, this.chapter);
        if (missing.length === 0) {
            return;
        }
        this.say(panel, element('p', {}, `Your file has no ${missing.join(', ')}: the chapter may have `
            + 'changed since you began, and a file without it cannot be judged.'),
            button('Add what is missing', () => {
                this.replace(add_functions(this.text, this.chapter, missing));
                this.say(panel, 'Added at the end of your file, still to be written.');
                show_step(this.editor, panel.step);
                this.editor.focus();
            }));
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
        const progress = new Progress();
        this.say(panel, progress.box);
        const start = performance.now();
        await start_keeping(place);
        try {
            const result = await this.checker.check({
                text: this.text, file: this.file, chapter: this.chapter.folder,
                name: this.chapter.name, step_of: this.chapter.steps_of,
                steps: [panel.step.step], seed: this.seed,
            }, (message) => progress.show(message));
            const { duration } = performance.measure('check', { start, detail: result.seconds });
            this.show(panel, result, duration / 1000);
            if (result.object !== undefined) {
                offer_to_figures(this.chapter, this.checker, result.object);
            }
            keep_this_page();
        } catch (error) {
            this.say(panel, `The check did not work: ${error.message}. Try again; if the compiler `
                + 'cannot be fetched, see whether there is a network.');
        }
        panel.check.removeAttribute('aria-disabled');
        this.checking = false;
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
        panel.said.scrollIntoView({ block: 'nearest' }); // it stands below the editor
    }

    keep_verdict(panel, status) {
        this.verdicts[panel.step.step] = status;
        storage.save_verdicts(this.chapter.folder, this.verdicts);
        this.show_ticks();
    }

    load_verdicts() {
        this.verdicts = storage.load_verdicts(this.chapter.folder);
        this.show_ticks();
    }

    show_ticks() {
        for (const [step, panel] of this.panels) {
            panel.box.classList.toggle('lab-right', this.verdicts[step] === 'right');
        }
        show_ticks(this.course);
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

    /// What was put aside by a reset or an upload, to be had back.
    show_copies(panel) {
        const copies = storage.copies_of(this.chapter.folder);
        if (copies.length === 0) {
            this.say(panel, 'There are no copies yet: one is kept when the file is reset or replaced.');
            return;
        }
        const list = copies.map(({ when, text }) => element('li', {},
            button(`Take back that of ${new Date(when).toLocaleString()}`, () => {
                if (storage.put_aside(this.chapter.folder, this.text)) {
                    this.replace(text);
                    this.say(panel, 'Taken back; what was there is among the copies.');
                } else {
                    this.say(panel, 'No copy of your file can be kept, so it was not replaced: '
                        + 'download it first.');
                }
            })));
        this.say(panel, element('p', {}, 'Copies of your file, the newest first:'),
                 element('ul', {}, ...list));
    }

    async upload(panel, file) {
        try {
            const taken = await upload(file, this.course);
            const text = storage.load_file(this.chapter.folder);
            if (text !== null) {
                this.take(text);
            }
            this.say(panel, taken.length === 0 ? 'Nothing in it is new.'
                : `Taken: ${taken.map(({ name }) => `${name}.cpp`).join(', ')}. What was there is `
                    + 'among the copies.');
        } catch (error) {
            this.say(panel, `${file.name} was not taken: ${error.message}.`);
        }
    }
}

const response = await fetch(new URL('chapters.json', place));
const course = await response.json();
const chapter = course.find(({ name }) => name === page);
if (chapter !== undefined) {
    new Lab(course, chapter);
}
