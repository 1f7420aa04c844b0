// The editor of a student's file.
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { cpp } from '@codemirror/lang-cpp';
import { HighlightStyle, bracketMatching, indentOnInput, indentUnit, syntaxHighlighting }
    from '@codemirror/language';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorState, Transaction } from '@codemirror/state';
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers }
    from '@codemirror/view';
import { tags } from '@lezer/highlight';

/// The colours of code in the notes.
const colours = HighlightStyle.define([
    { tag: tags.comment, color: 'var(--fragment-comment)' },
    { tag: [tags.keyword, tags.modifier], color: 'var(--fragment-keyword)' },
    { tag: [tags.typeName, tags.standard(tags.typeName)], color: 'var(--fragment-keywordtype)' },
    { tag: [tags.controlKeyword], color: 'var(--fragment-keywordflow)' },
    { tag: [tags.string, tags.number, tags.bool], color: 'var(--fragment-token)' },
    { tag: [tags.processingInstruction, tags.meta], color: 'var(--fragment-preprocessor)' },
]);

/// Screens, such as a phone's, on which lines are broken rather than scrolled.
const NARROW = '(max-width: 600px)';

/// An editor in this element. `on_change(text)` is told of what the student writes, `on_check()` of
/// Ctrl-Enter, `on_leave()` of Escape: the tabulator indents, so it cannot lead out.
export function make_editor({ parent, text, label, on_change, on_check, on_leave }) {
    const check = { key: 'Mod-Enter', run: () => (on_check(), true), preventDefault: true };
    const leave = { key: 'Escape', run: () => (on_leave(), true) };
    return new EditorView({
        parent,
        state: EditorState.create({
            doc: text,
            extensions: [
                lineNumbers(), history(), drawSelection(), highlightActiveLine(), bracketMatching(),
                indentOnInput(), indentUnit.of('    '), cpp(), syntaxHighlighting(colours),
                lintGutter(), matchMedia(NARROW).matches ? EditorView.lineWrapping : [],
                keymap.of([check, leave, indentWithTab, ...defaultKeymap, ...historyKeymap]),
                EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false',
                                                  tabindex: '0' }),
                EditorView.updateListener.of((update) => {
                    const outside = update.transactions.some(
                        (each) => each.annotation(Transaction.remote));
                    if (update.docChanged && !outside) {
                        on_change(update.state.doc.toString());
                    }
                }),
            ],
        }),
    });
}

/// Puts a text in the place of what is there.
export function replace_text(view, text) {
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text },
                    annotations: Transaction.remote.of(true) });
}

/// Shows where a step is written. What is still to do there is selected, so that writing replaces it.
export function show_step(view, { step, signature }) {
    const { doc } = view.state;
    const todo = `throw todo("${step}");`;
    const at = doc.toString().indexOf(todo);
    if (at >= 0) {
        view.dispatch({ selection: { anchor: at, head: at + todo.length },
                        effects: EditorView.scrollIntoView(at, { y: 'center' }) });
        return;
    }
    const function_at = doc.toString().indexOf(signature);
    if (function_at >= 0) {
        view.dispatch({ selection: { anchor: doc.lineAt(function_at).to },
                        effects: EditorView.scrollIntoView(function_at, { y: 'start', yMargin: 28 }) });
    }
}

/// Marks lines with the compiler's messages: { line, column, message, severity }.
export function mark_lines(view, messages) {
    const diagnostics = messages.filter(({ line }) => line <= view.state.doc.lines)
        .map(({ line, column, message, severity }) => {
            const { from, to } = view.state.doc.line(line);
            return { from: Math.min(from + column - 1, to), to, message, severity };
        });
    view.dispatch(setDiagnostics(view.state, diagnostics));
}
