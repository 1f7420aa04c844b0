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
                lintGutter(),
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

/// Shows the line with this text, a little below the editor's upper edge.
export function show_function(view, signature) {
    const at = view.state.doc.toString().indexOf(signature);
    if (at >= 0) {
        const line = view.state.doc.lineAt(at);
        const body = Math.min(line.number + 2, view.state.doc.lines);
        view.dispatch({
            selection: { anchor: view.state.doc.line(body).to },
            effects: EditorView.scrollIntoView(line.from, { y: 'start', yMargin: 28 }),
        });
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
