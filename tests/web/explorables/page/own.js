// Who draws a figure: the chapter's functions or, on a page that compiles them, the reader's own.
"use strict";

// The reader's functions. They are asked on the page itself, which is safe: the page's compiler has given
// them fuel (tests/web/lab/fuel.js), so every call ends. The drawing gets as many numbers as from the chapter's
// functions; NaN stands for those that do not come. `told` gets a sentence about how it went.
Explore.OwnProgram = class extends Explore.Program {
    constructor(module, { chapters, told, steps, namespace }) {
        Error.stackTraceLimit = 100; // where it stopped may lie deep
        super(module);
        this.fuel = this.exports.fuel.value;
        Object.assign(this, { chapters, told, steps, namespace, stopped: new Map(), seen: [] });
    }

    call(name, ...given) {
        const expected = this.chapters.call(name, ...given);
        const { numbers, stop } = this.ask(name, given);
        const complete = stop !== null || numbers.length === expected.length;
        this.note(complete ? stop : `they give ${numbers.length} numbers, not ${expected.length}: is every ` +
            "vector and matrix of the right size?", numbers, expected);
        return expected.map((_, i) => (complete ? numbers[i] ?? NaN : NaN));
    }

    list(name, ...given) {
        const { numbers, stop } = this.ask(name, given);
        this.note(stop, numbers, this.chapters.call(name, ...given));
        return numbers;
    }

    next(name, ...given) {
        const numbers = this.call(name, ...given);
        if (numbers.every(Number.isFinite)) {
            return numbers;
        }
        this.note("what comes next is no number", [], []); // unless it is said why
        return null;
    }

    // What the export gave until it ended or stopped, and why it stopped, or null. One that took too
    // long is not asked again.
    ask(name, given) {
        if (this.stopped.has(name)) {
            return { numbers: [], stop: this.stopped.get(name) };
        }
        this.exports.fuel.value = this.fuel;
        try {
            return { numbers: this.run(name, given), stop: null };
        } catch (error) {
            const tooLong = this.exports.fuel.value === 0;
            const stop = this.where(error) + (tooLong ? "takes too long" : Explore.causeOf(error));
            if (tooLong) {
                this.stopped.set(name, stop);
            }
            const numbers = this.resultsUntil();
            this.begin();
            return { numbers, stop };
        }
    }

    // A module that has stopped can still be read, unless its stack is used up.
    resultsUntil() {
        this.exports.fuel.value = this.fuel;
        try {
            return this.results();
        } catch {
            return [];
        }
    }

    // The reader's function in which it stopped, the innermost of them.
    where({ stack = "" }) {
        for (const line of stack.split("\n")) {
            const name = Object.keys(this.steps).find((each) => line.includes(`${this.namespace}::${each}(`));
            if (name !== undefined) {
                return `${name} (step ${this.steps[name]}) `;
            }
        }
        return "";
    }

    // One sentence about all that was asked for one drawing.
    note(stop, numbers, expected) {
        if (this.seen.length === 0) {
            queueMicrotask(() => this.tell());
        }
        this.seen.push({ stop, same: Explore.sameNumbers(numbers, expected) });
    }

    tell() {
        const { stop } = this.seen.find((each) => each.stop !== null) ?? { stop: null };
        const same = this.seen.every((each) => each.same);
        this.seen = [];
        this.told(stop !== null ? `Yours stop here: ${stop}.`
            : same ? "Yours give the same numbers here as the chapter’s functions."
                : "Yours give other numbers here than the chapter’s functions.");
    }
};

Explore.causeOf = (error) => {
    if (error instanceof RangeError) {
        return "calls itself without end";
    }
    if (!(error instanceof WebAssembly.RuntimeError)) {
        return error.message; // of an exception
    }
    return /unreachable/.test(error.message) ? "ends the program"
        : `fails (${error.message})`;
};

// But for rounding.
Explore.sameNumbers = (some, others) => some.length === others.length && some.every((one, i) =>
    Object.is(one, others[i]) || one === others[i] ||
    Math.abs(one - others[i]) <= 1e-6 * Math.max(Math.abs(one), Math.abs(others[i]), 1e-6));

// The switch below a figure. It is not seen until the page offers the reader's functions.
Explore.drawnBy = (stage) => {
    const chapters = stage.program;
    const name = `explore-drawn-by-${Explore.drawnBy.count = (Explore.drawnBy.count || 0) + 1}`;
    const said = Explore.html("p", { class: "whose", role: "status" });
    const radio = (text, pick) => {
        const input = Explore.html("input", { type: "radio", name });
        input.addEventListener("change", () => {
            Explore.own.choose(pick === drawByOwn);
            pick();
        });
        return { input, label: Explore.html("label", { class: "check" }, input, text) };
    };
    const draw = (program) => {
        stage.program = program;
        stage.recompute();
    };
    const drawByChapter = () => {
        Explore.setText(said, "");
        draw(chapters);
    };
    const drawByOwn = async () => {
        const offered = Explore.own;
        Explore.setText(said, "linking your functions …");
        try {
            const module = await offered.module();
            if (own.input.checked && offered === Explore.own) {
                Explore.setText(said, "Yours are asked as soon as there is something to draw."); // till then
                draw(new Explore.OwnProgram(module, { chapters, ...offered,
                    told: (text) => own.input.checked && Explore.setText(said, text) }));
            }
        } catch (error) {
            chapter.input.checked = true;
            drawByChapter();
            Explore.setText(said, `Your functions cannot draw it: ${error.message}.`);
        }
    };
    const chapter = radio("the chapter’s functions", drawByChapter);
    const own = radio("yours", drawByOwn);
    chapter.input.checked = true;
    const element = Explore.html("div", { class: "drawn-by" },
        Explore.html("fieldset", {}, Explore.html("legend", {}, "Drawn by"), chapter.label, own.label),
        said);
    const offer = () => {
        element.hidden = Explore.own === null;
        if (Explore.own?.isChosen()) {
            own.input.checked = true;
            drawByOwn();
        }
    };
    document.addEventListener("own", offer);
    return { element, offer };
};
