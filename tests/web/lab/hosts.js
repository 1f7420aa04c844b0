// The hosts of a judge in a page: modules with functions that the judge asks, each with a memory of
// its own. Frames are copied between the memories here, and nothing else passes.

import { joined } from './joined.js';
import { trace_of } from './trace.js';

/// Kinds of frames (tests/judging/protocol/wire.hpp): those with which a host asks the judge, and one
/// that says where it crashed.
const CALLBACK = 5;
const OTHER = 10;
const TRACE = 13;

const MOST_PRINTED = 256 * 1024;

/// How a host ended, as the judge knows it (tests/web/judge/page_host.cpp).
const Death = { none: 0, signal: 1, exit: 2, endless: 3, flood: 4 };
const Signal = { abort: 6, arithmetic: 8, memory: 11 };

/// Thrown through a host's functions to end its call.
class Ended extends Error {
    constructor(death, number = 0) {
        super(`ended: ${death} ${number}`);
        this.death = death;
        this.number = number;
    }
}

/// What an error says of how the module ended.
function death_by(error) {
    if (error instanceof Ended) {
        return error;
    }
    if (error instanceof RangeError || !(error instanceof WebAssembly.RuntimeError)) {
        return new Ended(Death.signal, Signal.memory); // the stack is used up
    }
    const said = error.message;
    const number = /divide/.test(said) ? Signal.arithmetic
        : /unreachable/.test(said) ? Signal.abort : Signal.memory;
    return new Ended(Death.signal, number);
}

/// A frame that tells where a host crashed.
function frame_of_trace(trace) {
    const frame = new Uint8Array(5 + 8 * trace.length);
    const view = new DataView(frame.buffer);
    view.setUint32(0, 8 * trace.length, true);
    view.setUint8(4, TRACE);
    trace.forEach((place, i) => view.setBigUint64(5 + 8 * i, BigInt(place), true));
    return frame;
}

/// One host: an instance of a module, made at the first call and after each death.
class Host {
    /// `serve(frame)`: what the judge answers to a frame of the host, null if its call is to end.
    constructor(module, serve) {
        this.module = module;
        this.serve = serve;
        this.instance = null;
        this.death = new Ended(Death.none);
        this.printed = [];
        this.printed_bytes = 0;
        this.incoming = [];
        this.outgoing = [];
        this.thrown = null; // an error that was made when the last exception was
    }

    memory() {
        return new Uint8Array(this.instance.exports.memory.buffer);
    }

    /// Does some work of the module; returns the frames that come of it, in one piece.
    run(work) {
        const outer = this.outgoing;
        this.outgoing = [];
        this.death = new Ended(Death.none);
        try {
            work();
        } catch (error) {
            this.death = death_by(error);
            this.incoming = [];
            if (this.death.death === Death.signal) {
                this.outgoing.push(frame_of_trace(trace_of(error)));
            }
        }
        const came = joined(this.outgoing);
        this.outgoing = outer;
        return came;
    }

    start() {
        this.instance = new WebAssembly.Instance(this.module, this.imports());
        this.instance.exports._initialize();
        this.instance.exports.start();
    }

    answer(frame) {
        this.incoming.push(frame);
        this.instance.exports.answer();
    }

    renew() {
        this.instance = null;
        this.death = new Ended(Death.none);
        this.incoming = [];
        this.printed_bytes = 0;
    }

    say(at, size) {
        const frame = this.memory().slice(at, at + size);
        const kind = frame[4];
        if (kind !== CALLBACK && kind !== OTHER) {
            this.outgoing.push(frame);
            return;
        }
        const answer = this.serve(frame);
        if (answer === null) {
            throw new Ended(Death.none);
        }
        this.incoming.push(answer);
    }

    hear_size() {
        return this.incoming.length === 0 ? 0 : this.incoming.at(-1).length;
    }

    hear(at) {
        const frame = this.incoming.pop();
        if (frame !== undefined) {
            this.memory().set(frame, at);
        }
    }

    print(bytes) {
        this.printed_bytes += bytes.length;
        this.printed.push(bytes);
        if (this.printed_bytes > MOST_PRINTED) {
            throw new Ended(Death.flood);
        }
    }

    noted_calls(to, most) {
        const trace = trace_of(this.thrown).slice(0, most);
        const view = new DataView(this.memory().buffer);
        trace.forEach((place, i) => view.setBigUint64(to + 8 * i, BigInt(place), true));
        return trace.length;
    }

    take_printed() {
        const bytes = joined(this.printed);
        this.printed = [];
        return bytes;
    }

    /// What the module may call: the channel, and of the system only to print and to end.
    imports() {
        const refused = 52; // ENOSYS
        const system = {
            fd_write: (descriptor, pieces, count, written) => {
                const view = new DataView(this.memory().buffer);
                let size = 0;
                for (let i = 0; i < count; ++i) {
                    const at = view.getUint32(pieces + 8 * i, true);
                    const length = view.getUint32(pieces + 8 * i + 4, true);
                    this.print(this.memory().slice(at, at + length));
                    size += length;
                }
                view.setUint32(written, size, true);
                return 0;
            },
            proc_exit: (status) => {
                throw new Ended(Death.exit, status);
            },
        };
        const names = WebAssembly.Module.imports(this.module)
            .filter((each) => each.module === 'wasi_snapshot_preview1');
        for (const { name } of names) {
            system[name] ??= () => refused;
        }
        return {
            wasi_snapshot_preview1: system,
            workbook: {
                say: (at, size) => this.say(at, size),
                hear_size: () => this.hear_size(),
                hear: (at) => this.hear(at),
                note_calls: () => {
                    this.thrown = new Error();
                },
                noted_calls: (to, most) => this.noted_calls(to, most),
            },
        };
    }
}

/// All hosts of one run of a judge.
export class Hosts {
    /// `modules`: by name, "student" and "right". `endless`: the numbers of those calls that are
    /// known never to return. `on_call(number)` is told of every other before it is made.
    constructor(modules, endless = new Set(), on_call = () => {}) {
        this.modules = modules;
        this.endless = endless;
        this.on_call = on_call;
        this.calls = 0;
        this.hosts = [];
        this.judge = null;
        this.came = new Uint8Array();
    }

    /// The judge's exports, once there is an instance.
    serve_for(judge) {
        this.judge = judge;
    }

    judges_memory() {
        return new Uint8Array(this.judge.memory.buffer);
    }

    serve(host, frame) {
        const at = this.judge.judge_room(frame.length);
        this.judges_memory().set(frame, at);
        const size = this.judge.judge_serve(host, at, frame.length);
        if (size < 0) {
            return null;
        }
        const answer = this.judge.judge_answer(host);
        return this.judges_memory().slice(answer, answer + size);
    }

    /// Starting a host counts as a call too: what runs before any other may never end.
    ask(number, frame) {
        const host = this.hosts[number];
        const ready = host.instance === null ? this.run(host, () => host.start())
            : new Uint8Array();
        return host.death.death === Death.none
            ? joined([ready, this.run(host, () => host.answer(frame))]) : ready;
    }

    run(host, work) {
        const call = ++this.calls;
        if (this.endless.has(call)) {
            host.death = new Ended(Death.endless);
            return new Uint8Array();
        }
        this.on_call(call);
        return host.run(work);
    }

    /// What the judge calls: tests/web/judge/page_host.cpp.
    imports() {
        const bytes = (at, size) => this.judges_memory().slice(at, at + size);
        return {
            host_open: (at, size) => {
                const name = new TextDecoder().decode(bytes(at, size));
                const number = this.hosts.length;
                this.hosts.push(new Host(this.modules[name],
                                         (frame) => this.serve(number, frame)));
                return number;
            },
            host_renew: (number) => this.hosts[number].renew(),
            host_ask: (number, at, size) => {
                const came = this.ask(number, bytes(at, size));
                this.came = came;
                return came.length;
            },
            host_take: (number, to) => this.judges_memory().set(this.came, to),
            host_death: (number, to) => {
                const { death, number: code } = this.hosts[number].death;
                new DataView(this.judge.memory.buffer).setInt32(to, code, true);
                return death;
            },
            host_printed: (number) => {
                this.printed = this.hosts[number].take_printed();
                return this.printed.length;
            },
            host_take_printed: (number, to) => this.judges_memory().set(this.printed, to),
        };
    }
}
