// Gives a WebAssembly module fuel, so that whatever it computes comes to an end: each call of a
// function and each round of a loop takes some, filling and copying memory by its length, and a module
// that has none left traps. It is exported as the global "fuel", and can be put there anew before a call.

import { joined } from './joined.js';

const Section = { type: 1, import: 2, function: 3, global: 6, export: 7, code: 10 };
const I32 = 0x7f;
const BYTES_PER_UNIT = 6; // as a power of two: 64 bytes of memory cost as much as a call

/// Reads a module from its first byte to its last.
class Reader {
    constructor(bytes) {
        this.bytes = bytes;
        this.at = 0;
    }

    byte() {
        return this.bytes[this.at++];
    }

    number() {
        let value = 0;
        for (let shift = 0; ; shift += 7) {
            const byte = this.byte();
            value += (byte & 0x7f) * 2 ** shift;
            if (byte < 0x80) {
                return value;
            }
        }
    }

    /// A number of whatever sign.
    skip_number() {
        while (this.byte() >= 0x80);
    }

    skip_numbers(count) {
        for (let i = 0; i < count; ++i) {
            this.skip_number();
        }
    }

    take(size) {
        this.at += size;
        return this.bytes.subarray(this.at - size, this.at);
    }
}

/// A number as a module writes it.
function number(value) {
    const bytes = [];
    for (; value >= 0x80; value = Math.floor(value / 0x80)) {
        bytes.push(value % 0x80 + 0x80);
    }
    return [...bytes, value];
}

function signed_number(value) {
    const bytes = [];
    for (; value >= 0x40 || value < -0x40; value >>= 7) {
        bytes.push(value & 0x7f | 0x80);
    }
    return [...bytes, value & 0x7f];
}

const text = (letters) => [letters.length, ...new TextEncoder().encode(letters)];

/// Instructions of the core language, and of its exceptions in both forms, with what follows them.
const BLOCK = 0x02, LOOP = 0x03, IF = 0x04, TRY = 0x06, SELECT_TYPED = 0x1c, TRY_TABLE = 0x1f;
const BR_TABLE = 0x0e, F32_CONST = 0x43, F64_CONST = 0x44, PREFIXED = 0xfc;
const ONE_NUMBER = new Set([BLOCK, LOOP, IF, TRY, 0x07, 0x08, 0x09, 0x0c, 0x0d, 0x10, 0x12, 0x18, 0x20, 0x21,
    0x22, 0x23, 0x24, 0x25, 0x26, 0x3f, 0x40, 0x41, 0x42, 0xd0, 0xd2]);
const TWO_NUMBERS = (code) => code === 0x11 || code === 0x13 || (code >= 0x28 && code <= 0x3e);
const NO_NUMBER = new Set([0x00, 0x01, 0x05, 0x0a, 0x0b, 0x0f, 0x19, 0x1a, 0x1b, 0xd1]);
const COMPUTES = (code) => code >= 0x45 && code <= 0xc4;

/// Behind the prefix: how many numbers follow, and which of them take a length of memory.
const PREFIXED_NUMBERS = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1, 2, 1, 1, 1];
const TAKES_LENGTH = new Set([8, 10, 11]); // memory.init, memory.copy, memory.fill

/// Reads past an instruction; true if it takes a length of memory.
function skip_instruction(code, reader) {
    if (ONE_NUMBER.has(code)) {
        reader.skip_number();
    } else if (TWO_NUMBERS(code)) {
        reader.skip_numbers(2);
    } else if (code === F32_CONST || code === F64_CONST) {
        reader.take(code === F32_CONST ? 4 : 8);
    } else if (code === BR_TABLE) {
        reader.skip_numbers(reader.number() + 1);
    } else if (code === SELECT_TYPED) {
        reader.skip_numbers(reader.number());
    } else if (code === TRY_TABLE) {
        reader.skip_number();
        for (let left = reader.number(); left > 0; --left) {
            reader.skip_numbers(reader.byte() < 2 ? 2 : 1);
        }
    } else if (code === PREFIXED) {
        const which = reader.number();
        if (which >= PREFIXED_NUMBERS.length) {
            throw new Error(`an instruction that is not known: ${code} ${which}`);
        }
        reader.skip_numbers(PREFIXED_NUMBERS[which]);
        return TAKES_LENGTH.has(which);
    } else if (!NO_NUMBER.has(code) && !COMPUTES(code)) {
        throw new Error(`an instruction that is not known: ${code}`);
    }
    return false;
}

/// if (fuel == 0) unreachable; fuel -= 1;
const spend = (fuel) => [0x23, ...fuel, 0x45, IF, 0x40, 0x00, 0x0b,
    0x23, ...fuel, 0x41, 1, 0x6b, 0x24, ...fuel];

/// The body of a function from a length to the same length, for which it takes fuel:
/// fuel = length / 64 < fuel ? fuel − length / 64 : 0.
function spend_length(fuel) {
    const cost = [0x20, 0, 0x41, BYTES_PER_UNIT, 0x76];
    return [0, ...cost, 0x23, ...fuel, 0x49, IF, I32, 0x23, ...fuel, ...cost, 0x6b, 0x05, 0x41, 0, 0x0b,
        0x24, ...fuel, 0x20, 0, 0x0b];
}

/// A function's body that takes fuel.
function fuelled_body(body, fuel, length_function) {
    const reader = new Reader(body);
    for (let left = reader.number(); left > 0; --left) { // its variables
        reader.number();
        reader.byte();
    }
    const pieces = [body.subarray(0, reader.at), spend(fuel)];
    let copied = reader.at;
    const insert = (at, piece) => {
        pieces.push(body.subarray(copied, at), piece);
        copied = at;
    };
    while (reader.at < body.length) {
        const begin = reader.at;
        const code = reader.byte();
        if (skip_instruction(code, reader)) {
            insert(begin, [0x10, ...length_function]);
        } else if (code === LOOP) {
            insert(reader.at, spend(fuel));
        }
    }
    return joined([...pieces, body.subarray(copied)]);
}

/// How many functions and globals a module imports.
function imported(section) {
    const counts = [0, 0, 0, 0, 0]; // functions, tables, memories, globals, tags
    const limits = (reader) => reader.skip_numbers(reader.byte() & 1 ? 2 : 1);
    const reader = new Reader(section);
    for (let left = reader.number(); left > 0; --left) {
        reader.take(reader.number());
        reader.take(reader.number());
        const kind = reader.byte();
        ++counts[kind];
        [() => reader.skip_number(), () => (reader.byte(), limits(reader)), () => limits(reader),
            () => reader.take(2), () => reader.skip_numbers(2)][kind]();
    }
    return { functions: counts[0], globals: counts[3] };
}

/// Sections by their numbers, in the order in which they stand; those with names come several times.
function sections_of(module) {
    const reader = new Reader(module);
    reader.take(8);
    const sections = [];
    while (reader.at < module.length) {
        const id = reader.byte();
        sections.push({ id, content: reader.take(reader.number()) });
    }
    return sections;
}

/// The module with so much fuel.
export function fuelled(module, amount) {
    const sections = sections_of(module);
    const content = (id) => sections.find((each) => each.id === id)?.content ?? new Uint8Array([0]);
    const count = (id) => new Reader(content(id)).number();
    const before = imported(content(Section.import));
    const fuel = number(before.globals + count(Section.global));
    const length_function = number(before.functions + count(Section.function));
    const one_more = (id, piece) => {
        const reader = new Reader(content(id));
        return joined([number(reader.number() + 1), content(id).subarray(reader.at), piece]);
    };
    const code = () => {
        const reader = new Reader(content(Section.code));
        const functions = reader.number();
        const bodies = Array.from({ length: functions }, () =>
            fuelled_body(reader.take(reader.number()), fuel, length_function));
        return joined([number(functions + 1), ...[...bodies, spend_length(fuel)]
            .flatMap((body) => [number(body.length), body])]);
    };
    const changed = {
        [Section.type]: () => one_more(Section.type, [0x60, 1, I32, 1, I32]),
        [Section.function]: () => one_more(Section.function, number(count(Section.type))),
        [Section.global]: () => one_more(Section.global,
            [I32, 1, 0x41, ...signed_number(amount), 0x0b]),
        [Section.export]: () => one_more(Section.export, [...text('fuel'), 3, ...fuel]),
        [Section.code]: code,
    };
    return joined([module.subarray(0, 8), ...sections.flatMap(({ id, content: old }) => {
        const made = changed[id]?.() ?? old;
        return [[id], number(made.length), made];
    })]);
}
