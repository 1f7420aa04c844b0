// Chapter 1: the line of one unit, the gate that it is, and the rule by which it learns.
"use strict";

{
    const corners = [[0, 0], [0, 1], [1, 0], [1, 1]];
    const gates = { AND: [0, 0, 0, 1], OR: [0, 1, 1, 1], NAND: [1, 1, 1, 0], XOR: [0, 1, 1, 0] };
    const most = 200; // epochs

    const short = (value) => Explore.number(value, 2);

    Explore.figures.perceptron = (stage) => {
        const state = { gate: "AND", w: [1, 0.5], b: -0.3, eta: 0.5, row: 0, epoch: 1, wrong: 0,
            told: "", points: structuredClone(corners), targets: [...gates.AND] };
        let answers;
        const compute = () => {
            const numbers = stage.program.call("perceptron_answers", state.w, state.b,
                state.points.length, state.points.flat());
            answers = state.points.map((_, n) => ({ z: numbers[2 * n], y: numbers[2 * n + 1] }));
        };
        const model = stage.model(compute);
        const { change } = model;
        const beginAgain = { row: 0, epoch: 1, wrong: 0, told: "" };
        const mistakes = () => answers.filter(({ y }, n) => y !== state.targets[n]).length;

        // One row of the learning rule.
        const next = () => change(() => {
            const { row } = state;
            const [x, t, { y }] = [state.points[row], state.targets[row], answers[row]];
            const numbers = stage.program.next("perceptron_update", state.w, state.b, x, t, state.eta);
            if (numbers === null) {
                state.done = true;
                return;
            }
            const place = `(${x.map((v) => String(Number(v.toFixed(2))).replace("-", "−")).join(", ")})`;
            state.told = y === t
                ? `${place} is answered ${y}, as it should be: nothing changes.`
                : `${place} is answered ${y} and should be ${t}: w ${t > y ? "+" : "−"} η x, ` +
                  `b ${t > y ? "+" : "−"} η.`;
            state.wrong += y === t ? 0 : 1;
            [state.w, state.b] = [numbers.slice(0, 2), numbers[2]];
            state.row = (row + 1) % state.points.length;
            if (state.row === 0) {
                state.told += ` Epoch ${state.epoch} made ${state.wrong} mistake` +
                    `${state.wrong === 1 ? "" : "s"}.`;
                state.done = state.wrong === 0 || state.epoch >= most;
                Object.assign(state, { epoch: state.epoch + 1, wrong: 0 });
            }
        });
        const run = stage.runner("Learn", () => {
            state.done = false;
            next();
            return !state.done;
        }, 4 * most);
        compute();

        return (width) => {
            const wide = width >= 640;
            const size = wide ? Math.floor(width * 0.52) : width;
            const plot = new Explore.Plot({ width: size, height: Math.min(size, 430),
                x: [-0.75, 1.75], y: [-0.75, 1.75], xLabel: "x_{1}", yLabel: "x_{2}",
                label: "The plane of the inputs, with the line of the unit" });
            const line = Explore.line(plot, { unit: () => ({ w: state.w, b: state.b }),
                set: ({ w, b }) => change(() => Object.assign(state, { w, b })),
                name: "line of the unit" });
            const dots = state.points.map((_, n) => {
                const dot = plot.dot("example", 10, plot.hands);
                const tell = Explore.point(dot.element, {
                    value: () => state.points[n],
                    set: (point) => change(() => {
                        state.points[n] = point;
                    }),
                    pressed: () => change(() => {
                        state.targets[n] = 1 - state.targets[n];
                        state.gate = Object.keys(gates).find((name) =>
                            String(gates[name]) === String(state.targets)) || "own";
                        gate.querySelector("select").value = state.gate;
                    }),
                    xRange: plot.x, yRange: plot.y, step: 0.05, home: corners[n],
                    name: `point ${n + 1}; Enter turns its target`,
                    at: (x, y) => [plot.atX(x), plot.atY(y)],
                    text: () => `${state.points[n].map(short).join(", ")}; target ` +
                        `${state.targets[n]}, answered ${answers[n].y}`,
                });
                const cross = plot.note("cross", "middle");
                plot.hands.append(cross.element);
                return { dot, tell, cross };
            });

            const ranges = ["w_{1}", "w_{2}", "b"].map((name, k) => Explore.range({
                name, low: -3, high: 3, step: 0.05, value: k < 2 ? state.w[k] : state.b,
                shown: short, changed: (v) => change(() => {
                    if (k < 2) {
                        state.w = state.w.map((old, i) => (i === k ? v : old));
                    } else {
                        state.b = v;
                    }
                }),
            }));
            const gate = Explore.choice({ name: "Gate", value: state.gate,
                options: [...Object.keys(gates).map((name) => [name, name]), ["own", "of your own"]],
                changed: (name) => change(() => Object.assign(state, beginAgain, { gate: name,
                    points: structuredClone(corners), targets: [...gates[name] || state.targets] })) });
            const table = Explore.table("", ["x_{1}", "x_{2}", "z", "y", "t", ""]);
            const eta = Explore.range({ name: "η", low: 0.05, high: 2, step: 0.05, value: state.eta,
                shown: short, changed: (v) => { state.eta = v; } });
            const told = Explore.html("p", { class: "tell" });
            const buttons = Explore.html("div", { class: "buttons" },
                Explore.button("Next row", () => {
                    run.pause();
                    next();
                }), run,
                Explore.button("Forget", () => {
                    run.pause();
                    change(() => Object.assign(state, beginAgain, { w: [0, 0], b: 0 }));
                }, { title: "all weights 0" }));
            stage.element.replaceChildren(
                Explore.html("div", { class: "side" }, plot.element,
                    Explore.html("div", { class: "panel" }, gate, table, ...ranges)),
                buttons, eta, told);

            model.refresh = () => {
                line.show();
                dots.forEach(({ dot, tell, cross }, n) => {
                    const right = answers[n].y === state.targets[n];
                    dot.set(...state.points[n]);
                    dot.element.classList.toggle("one", state.targets[n] === 1);
                    dot.element.classList.toggle("wrong", !right);
                    cross.put(...state.points[n], right ? "" : "✕");
                    tell();
                });
                ranges.forEach((range, k) => range.put(k < 2 ? state.w[k] : state.b));
                table.caption.textContent = `${mistakes()} of ${answers.length} answers wrong`;
                table.fill(answers.map(({ z, y }, n) => [...state.points[n].map(short), short(z), y,
                    state.targets[n], y === state.targets[n] ? "✓" : "✕"]));
                Explore.setText(told, state.told ||
                    "Move the line, its turning point, or the points; press a point to turn its target.");
                stage.say(`${state.told} weights ${state.w.map(short).join(" and ")}, bias ` +
                    `${short(state.b)}: ${table.caption.textContent}`);
            };
            model.refresh();
        };
    };
}
