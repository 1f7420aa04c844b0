// Builds a student's file, or as much of it as compiles: functions that do not are left out, as in
// the terminal (tests/program/build/half_built.cpp).
import { Failed } from './compiler.js';

const MOST_ROUNDS = 3;

/// What was built: { wasm, object, said, text, left_out, failed }. `build(text)` compiles and links, or throws
/// Failed; `words` are Words. Throws the first Failed if there is no way.
export async function build_what_compiles(text, { file, step_of, words, build }) {
    let first = null;
    let mended = { text, left_out: [] };
    for (let round = 0; ; ++round) {
        try {
            return { ...await build(mended.text), ...mended,
                     failed: first && { said: first.messages, file, text } };
        } catch (error) {
            if (!(error instanceof Failed)) {
                throw error;
            }
            first ??= error;
            const more = round < MOST_ROUNDS
                ? words.leave_out({ said: error.messages, file, step_of, ...mended }) : null;
            if (more === null) {
                throw first;
            }
            mended = more;
        }
    }
}
