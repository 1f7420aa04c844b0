// Which calls were under way when a student's code threw or crashed, as the browser tells it.

const LONGEST = 48; // tests/judging/protocol/wire.hpp

/// Some browsers keep only a few calls unless told.
Error.stackTraceLimit = LONGEST + 8;

/// Places in the module that ran when the error was made, in bytes from its beginning, of the innermost
/// call first. None where the browser does not say.
export function trace_of(error) {
    const calls = (error.stack ?? '').split('\n')
        .map((line) => line.match(/wasm-function\[\d+\]:0x([0-9a-f]+)/)?.[1]);
    const first = calls.findIndex((place) => place !== undefined);
    if (first < 0) {
        return [];
    }
    // Behind the next call of a script come those of another module: the judge's.
    const end = calls.findIndex((place, i) => i > first && place === undefined);
    return calls.slice(first, end < 0 ? calls.length : end).slice(0, LONGEST)
        .map((place) => parseInt(place, 16));
}
