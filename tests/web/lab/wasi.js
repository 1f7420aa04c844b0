// What a program for WASI needs of a system: arguments, files that are only read, standard output.

const Error_ = { none: 0, bad_descriptor: 8, none_such: 44, refused: 52 };
const DIRECTORY = 3;
const FILE = 4;
const ROOT = 3; // the first descriptor that is not standard

/// A system with these arguments and files (by name, bytes). `print(descriptor, bytes)` gets what is
/// written.
export class System {
    constructor({ words = [], files = {}, print = () => {} }) {
        this.words = words.map((word) => new TextEncoder().encode(word + '\0'));
        this.files = files;
        this.print = print;
        this.open = new Map(); // by descriptor
        this.memory = null;
    }

    view() {
        return new DataView(this.memory.buffer);
    }

    bytes() {
        return new Uint8Array(this.memory.buffer);
    }

    set32(at, value) {
        this.view().setUint32(at, value, true);
        return Error_.none;
    }

    pieces(at, count) {
        return Array.from({ length: count }, (_, i) => [
            this.view().getUint32(at + 8 * i, true),
            this.view().getUint32(at + 8 * i + 4, true),
        ]);
    }

    read(descriptor, at, count, done) {
        const file = this.open.get(descriptor);
        if (file === undefined) {
            return Error_.bad_descriptor;
        }
        let size = 0;
        for (const [to, length] of this.pieces(at, count)) {
            const piece = file.bytes.subarray(file.at, file.at + length);
            this.bytes().set(piece, to);
            file.at += piece.length;
            size += piece.length;
        }
        return this.set32(done, size);
    }

    write(descriptor, at, count, done) {
        let size = 0;
        for (const [from, length] of this.pieces(at, count)) {
            this.print(descriptor, this.bytes().slice(from, from + length));
            size += length;
        }
        return this.set32(done, size);
    }

    seek(descriptor, offset, whence, to) {
        const file = this.open.get(descriptor);
        if (file === undefined) {
            return Error_.bad_descriptor;
        }
        const from = [0, file.at, file.bytes.length][whence];
        file.at = from + Number(offset);
        this.view().setBigUint64(to, BigInt(file.at), true);
        return Error_.none;
    }

    open_file(path, length, opened) {
        const name = new TextDecoder().decode(this.bytes().slice(path, path + length));
        const bytes = this.files[name.replace(/^\/+/, '')];
        if (bytes === undefined) {
            return Error_.none_such;
        }
        const descriptor = ROOT + 1 + this.open.size;
        this.open.set(descriptor, { bytes, at: 0 });
        return this.set32(opened, descriptor);
    }

    describe(descriptor, to) {
        if (descriptor > ROOT && !this.open.has(descriptor)) {
            return Error_.bad_descriptor;
        }
        this.bytes().fill(0, to, to + 24);
        this.view().setUint8(to, descriptor === ROOT ? DIRECTORY : FILE);
        this.view().setBigUint64(to + 8, ~0n & 0xFFFFFFFFn, true); // rights
        this.view().setBigUint64(to + 16, ~0n & 0xFFFFFFFFn, true);
        return Error_.none;
    }

    put_words(pointers, to) {
        let at = to;
        this.words.forEach((word, i) => {
            this.set32(pointers + 4 * i, at);
            this.bytes().set(word, at);
            at += word.length;
        });
        return Error_.none;
    }

    imports(module) {
        const size = this.words.reduce((sum, word) => sum + word.length, 0);
        const calls = {
            args_sizes_get: (count, bytes) =>
                this.set32(count, this.words.length) || this.set32(bytes, size),
            args_get: (pointers, to) => this.put_words(pointers, to),
            environ_sizes_get: (count, bytes) => this.set32(count, 0) || this.set32(bytes, 0),
            environ_get: () => Error_.none,
            clock_time_get: (clock, precision, to) => {
                this.view().setBigUint64(to, BigInt(Math.round(performance.now() * 1e6)), true);
                return Error_.none;
            },
            fd_prestat_get: (descriptor, to) => {
                if (descriptor !== ROOT) {
                    return Error_.bad_descriptor;
                }
                return this.set32(to, 0) || this.set32(to + 4, 1);
            },
            fd_prestat_dir_name: (descriptor, to) => {
                this.bytes()[to] = '/'.charCodeAt(0);
                return Error_.none;
            },
            fd_fdstat_get: (descriptor, to) => this.describe(descriptor, to),
            fd_fdstat_set_flags: () => Error_.none,
            path_open: (folder, flags, path, length, how, rights, inherited, more, opened) =>
                this.open_file(path, length, opened),
            fd_read: (...call) => this.read(...call),
            fd_write: (...call) => this.write(...call),
            fd_seek: (...call) => this.seek(...call),
            fd_close: () => Error_.none,
            proc_exit: (status) => {
                throw new Error(`the program ended with status ${status}`);
            },
        };
        for (const each of WebAssembly.Module.imports(module)) {
            if (each.module === 'wasi_snapshot_preview1') {
                calls[each.name] ??= () => Error_.refused;
            }
        }
        return calls;
    }
}
