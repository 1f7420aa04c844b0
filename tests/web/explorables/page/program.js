// A chapter's C++: numbers in, numbers out (exchange.hpp is the other side).
"use strict";

Explore.Program = class {
    static async of(chapter) {
        const bytes = Uint8Array.from(atob(Explore.modules[chapter]), (letter) => letter.charCodeAt(0));
        return new Explore.Program(await WebAssembly.compile(bytes));
    }

    constructor(module) {
        this.module = module;
        this.begin();
    }

    // A module that has thrown is in no state to be called again: a new one is made of it.
    begin() {
        const text = (place) => {
            const bytes = new Uint8Array(this.exports.memory.buffer, place);
            return new TextDecoder().decode(bytes.subarray(0, bytes.indexOf(0)));
        };
        const imports = {
            workbook: {
                thrown: (type, what) => {
                    throw new Error(text(what) || text(type));
                },
            },
        };
        // What the C library would ask a system for, such as writing to a file, there is not.
        for (const { module, name } of WebAssembly.Module.imports(this.module)) {
            imports[module] ??= {};
            imports[module][name] ??= () => 52; // ENOSYS, in WASI's numbers
        }
        this.exports = new WebAssembly.Instance(this.module, imports).exports;
        this.exports._initialize();
    }

    // Calls an export with numbers, and arrays of them; the answer is an array.
    call(name, ...given) {
        try {
            return this.run(name, given);
        } catch (error) {
            this.begin();
            throw error;
        }
    }

    // The same for an answer whose length follows from what is in it.
    list(...asked) {
        return this.call(...asked);
    }

    // The same for what the figure goes on with; null if that is nothing to go on with, which happens to a
    // reader's own functions.
    next(...asked) {
        return this.call(...asked);
    }

    run(name, given) {
        const numbers = given.flatMap((one) => (typeof one === "number" ? one : [...one]));
        const { exports } = this;
        const place = exports.arguments(numbers.length);
        new Float64Array(exports.memory.buffer, place, numbers.length).set(numbers);
        exports[name]();
        return this.results();
    }

    results() {
        const { exports } = this;
        return Array.from(new Float64Array(exports.memory.buffer, exports.results(),
            exports.results_count()));
    }
};

// Takes an answer apart, in the order in which it was added up: take(2) is an array of two.
Explore.taking = (numbers) => {
    let next = 0;
    return (count) => numbers.slice(next, next += count);
};
