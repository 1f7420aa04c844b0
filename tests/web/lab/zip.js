// Zip archives: what is needed to hand over a few texts, and to take what some other program packed.

const Mark = { file: 0x04034b50, entry: 0x02014b50, end: 0x06054b50 };
const STORED = 0;
const DEFLATED = 8;
const UTF8_NAMES = 0x0800;

/// A text of a megabyte is no lab; an archive may claim that it unpacks to any size.
const MOST_BYTES = 1_000_000;

const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
    let remainder = byte;
    for (let bit = 0; bit < 8; ++bit) {
        remainder = remainder & 1 ? 0xEDB88320 ^ (remainder >>> 1) : remainder >>> 1;
    }
    return remainder;
});

function crc32(bytes) {
    let remainder = 0xFFFFFFFF;
    for (const byte of bytes) {
        remainder = remainders[(remainder ^ byte) & 0xFF] ^ (remainder >>> 8);
    }
    return ~remainder >>> 0;
}

/// Fields of two or four bytes each, one after another: [size, value].
function record(...fields) {
    const bytes = new Uint8Array(fields.reduce((sum, [size]) => sum + size, 0));
    const view = new DataView(bytes.buffer);
    let at = 0;
    for (const [size, value] of fields) {
        size === 2 ? view.setUint16(at, value, true) : view.setUint32(at, value, true);
        at += size;
    }
    return bytes;
}

/// A time as zip archives have it: [time, date].
function dos_time(when) {
    return [when.getHours() << 11 | when.getMinutes() << 5 | when.getSeconds() >> 1,
        (when.getFullYear() - 1980) << 9 | (when.getMonth() + 1) << 5 | when.getDate()];
}

/// An archive of these texts, by name.
export function zip(texts, when = new Date()) {
    const [time, date] = dos_time(when);
    const files = [];
    const entries = [];
    let at = 0;
    for (const [name, text] of Object.entries(texts)) {
        const bytes = new TextEncoder().encode(text);
        const called = new TextEncoder().encode(name);
        const common = [[2, 20], [2, UTF8_NAMES], [2, STORED], [2, time], [2, date],
            [4, crc32(bytes)], [4, bytes.length], [4, bytes.length], [2, called.length], [2, 0]];
        const file = [record([4, Mark.file], ...common), called, bytes];
        entries.push(record([4, Mark.entry], [2, 20], ...common, [2, 0], [2, 0], [2, 0], [4, 0],
                            [4, at]), called);
        files.push(...file);
        at += file.reduce((sum, part) => sum + part.length, 0);
    }
    const size = entries.reduce((sum, part) => sum + part.length, 0);
    const count = Object.keys(texts).length;
    const end = record([4, Mark.end], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, at],
                       [2, 0]);
    return new Blob([...files, ...entries, end], { type: 'application/zip' });
}

async function inflated(bytes) {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    const pieces = [];
    let size = 0;
    for await (const piece of stream) {
        size += piece.length;
        if (size > MOST_BYTES) {
            throw new Error('it unpacks to more than a megabyte');
        }
        pieces.push(piece);
    }
    return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

/// The texts of an archive whose names `is_wanted` accepts, by name.
export async function unzip(bytes, is_wanted) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let end = bytes.length - 22;
    while (end >= 0 && view.getUint32(end, true) !== Mark.end) {
        --end;
    }
    if (end < 0) {
        throw new Error('it is no zip archive');
    }
    const texts = {};
    let at = view.getUint32(end + 16, true);
    for (let left = view.getUint16(end + 10, true); left > 0; --left) {
        const [how, packed, name_size, extra_size, comment_size, place] = [
            view.getUint16(at + 10, true), view.getUint32(at + 20, true),
            view.getUint16(at + 28, true), view.getUint16(at + 30, true),
            view.getUint16(at + 32, true), view.getUint32(at + 42, true)];
        const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name_size));
        at += 46 + name_size + extra_size + comment_size;
        if (!is_wanted(name)) {
            continue;
        }
        const from = place + 30 + view.getUint16(place + 26, true)
            + view.getUint16(place + 28, true);
        const content = bytes.subarray(from, from + packed);
        if (how !== STORED && how !== DEFLATED) {
            throw new Error(`${name} is packed in a way that browsers do not know`);
        }
        texts[name] = new TextDecoder().decode(how === STORED ? content : await inflated(content));
    }
    return texts;
}
