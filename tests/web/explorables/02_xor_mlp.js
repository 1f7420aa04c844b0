// Chapter 2: the same network over two planes. Left the inputs, cut by the lines of both hidden
// units; right the hidden units, where one line is enough.
"use strict";

{
    const [low, high] = [-0.5, 1.5];
    const corners = [[0, 0], [0, 1], [1, 0], [1, 1]];
    const targets = [0, 1, 1, 0];
    const short = (value) => Explore.number(value, 2);
    const long = (value) => Explore.number(value, 4);
    const names = ["w_{11}", "w_{21}", "w_{12}", "w_{22}", "b_{1}", "b_{2}", "w_{1}", "w_{2}", "b"];

    // Where the numbers of a unit stand among the nine.
    const units = { first: [0, 2, 4], second: [1, 3, 5], output: [6, 7, 8] };

    Explore.figures.planes = (stage) => {
        const text = stage.program.call("xor_weights");
        const state = { w: [...text], soft: 1, steepness: 6 };
        state.w[8] = -1.5; // halfway between the hidden points
        let now;
        const given = () => [state.w, state.soft, state.steepness];
        const compute = () => {
            const take = Explore.taking(stage.program.call("xor_corners", ...given()));
            const hidden = take(8);
            now = { hidden: corners.map((_, n) => hidden.slice(2 * n, 2 * n + 2)), y: take(4) };
        };
        const model = stage.model(compute);
        const { change } = model;
        const unit = (which) => ({ w: units[which].slice(0, 2).map((k) => state.w[k]),
            b: state.w[units[which][2]] });
        const setUnit = (which) => ({ w, b }) => change(() => {
            [...w, b].forEach((value, k) => { state.w[units[which][k]] = value; });
        });
        compute();

        return (width) => {
            const wide = width >= 640;
            const size = wide ? Math.floor((width - 12) / 2) : width;
            const plot = (xLabel, yLabel, label) => new Explore.Plot({ width: size,
                height: Math.min(size, 420), x: [low, high], y: [low, high], xLabel, yLabel, label });
            const inputs = plot("x_{1}", "x_{2}", "The plane of the inputs");
            const hidden = plot("h_{1}", "h_{2}", "The plane of the hidden units");
            const shades = [inputs, hidden].map(Explore.heat);
            const line = (where, which, name) => Explore.line(where, { unit: () => unit(which),
                set: setUnit(which), name, kind: which, sides: false });
            const lines = [line(inputs, "first", "line of hidden unit 1"),
                line(inputs, "second", "line of hidden unit 2"),
                line(hidden, "output", "line of the output unit")];
            const dots = [inputs, hidden].map((where, side) => corners.map((_, n) => {
                const dot = where.dot(`example ${targets[n] ? "one" : ""}`, 9, where.hands);
                const name = where.note("corner", side && (n === 1 || n === 3) ? "end" : "start");
                name.element.setAttribute("dx", side && (n === 1 || n === 3) ? -13 : 13);
                name.element.setAttribute("dy", n === 1 || n === 0 ? -8 : 14);
                where.hands.append(name.element);
                return { dot, name };
            }));
            const soft = Explore.choice({ name: "Units with", value: state.soft,
                options: [[0, "steps"], [1, "sigmoids"]], changed: (value) => change(() => {
                    state.soft = Number(value);
                }) });
            const steepness = Explore.range({ name: "all weights ×", low: 1, high: 20, step: 0.5,
                value: state.steepness, shown: (v) => String(v),
                changed: (v) => change(() => { state.steepness = v; }) });
            const ranges = names.map((name, k) => Explore.range({ name, low: -5, high: 5,
                step: 0.05, value: state.w[k], shown: short,
                changed: (v) => change(() => { state.w[k] = v; }) }));
            const group = (title, which) => Explore.html("fieldset", { class: which },
                Explore.html("legend", {}, title), ...units[which].map((k) => ranges[k]));
            const table = Explore.table("", ["x_{1}", "x_{2}", "h_{1}", "h_{2}", "y", "t", ""]);
            stage.element.replaceChildren(
                Explore.html("div", { class: "side" }, inputs.element, hidden.element),
                Explore.html("div", { class: "row" }, soft,
                    Explore.button("Start over", () => change(() => {
                        state.w = [...text];
                        state.w[8] = -1.5;
                    }))),
                steepness, Explore.scrolling(table),
                Explore.html("div", { class: "side" }, group("Hidden unit 1", "first"),
                    group("Hidden unit 2", "second"), group("Output unit", "output")));

            model.refresh = () => {
                const samples = state.soft ? 65 : 161;
                const both = stage.program.call("xor_planes", ...given(), low, high, samples);
                shades[0].set(both.slice(0, samples * samples));
                shades[1].set(both.slice(samples * samples));
                lines.forEach((each) => each.show());
                const places = [corners, now.hidden];
                dots.forEach((list, side) => list.forEach(({ dot, name }, n) => {
                    dot.set(...places[side][n]);
                    name.put(...places[side][n], corners[n].join(""));
                }));
                ranges.forEach((range, k) => range.put(state.w[k]));
                steepness.hidden = !state.soft;
                const right = now.y.map((y, n) => (y > 0.5 ? 1 : 0) === targets[n]);
                table.caption.textContent = right.every((one) => one) ? "This is XOR"
                    : `${right.filter((one) => !one).length} of 4 answers wrong`;
                table.fill(corners.map((x, n) => [...x, ...now.hidden[n].map(long), long(now.y[n]),
                    targets[n], right[n] ? "✓" : "✕"]));
                stage.say(`${table.caption.textContent}: outputs ${now.y.map(long).join(", ")}`);
            };
            model.refresh();
        };
    };
}
