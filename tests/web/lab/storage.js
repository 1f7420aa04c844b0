// What students write, kept in the browser: a file for each chapter, copies of what was put aside,
// and which steps were right.

const name_of = (chapter, what) => `workbook/${chapter}/${what}`;
const COPIES = 5;

/// Keeps a text; false if the browser does not (it is full, or forbidden).
function keep(key, text) {
    try {
        localStorage.setItem(key, text);
        return true;
    } catch {
        return false;
    }
}

function kept(key) {
    try {
        return localStorage.getItem(key);
    } catch {
        return null;
    }
}

const parsed = (text, otherwise) => {
    try {
        return JSON.parse(text) ?? otherwise;
    } catch {
        return otherwise;
    }
};

export const load_file = (chapter) => kept(name_of(chapter, 'file'));
export const save_file = (chapter, text) => keep(name_of(chapter, 'file'), text);

/// Keeps a copy of what is about to be replaced; the oldest goes. False if it cannot be kept.
export function put_aside(chapter, text) {
    const copies = parsed(kept(name_of(chapter, 'copies')), []);
    copies.unshift({ when: new Date().toISOString(), text });
    return keep(name_of(chapter, 'copies'), JSON.stringify(copies.slice(0, COPIES)));
}

export const copies_of = (chapter) => parsed(kept(name_of(chapter, 'copies')), []);

/// The verdict on each step, as it was last judged: "right", "wrong" …
export const load_verdicts = (chapter) => parsed(kept(name_of(chapter, 'verdicts')), {});
export function save_verdicts(chapter, verdicts) {
    return keep(name_of(chapter, 'verdicts'), JSON.stringify(verdicts));
}

/// Whether a chapter's figures are drawn by the student's own functions.
export const load_drawn_by_own = (chapter) => kept(name_of(chapter, 'figures')) === 'own';
export const save_drawn_by_own = (chapter, own) => keep(name_of(chapter, 'figures'),
                                                        own ? 'own' : 'chapter');

/// Calls `changed(text)` when another tab has saved this chapter's file.
export function on_other_tab(chapter, changed) {
    addEventListener('storage', (event) => {
        if (event.key === name_of(chapter, 'file') && event.newValue !== null) {
            changed(event.newValue);
        }
    });
}

/// Calls `changed()` when another tab has saved anything of the course.
export function on_any_change(changed) {
    addEventListener('storage', (event) => {
        if (event.key === null || event.key.startsWith('workbook/')) {
            changed();
        }
    });
}
