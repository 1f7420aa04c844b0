// Chapter 3: the 2-2-2 network. Every weight, input and target can be moved; what comes out, the
// deltas and the gradients follow, and E is drawn over the weight that was touched last.
"use strict";

{
    // The worked example of the text.
    const start = {
        w: [0.7, -0.8, -0.3, 0.5, 0.2, -0.1, -0.9, 0.6, 0.4, -0.5, 0.3, -0.2],
        x: [0.6, -0.4],
        t: [0.9, 0.2],
        eta: 0.5,
    };

    // The parameters in the order of the C++: W row by row before b, the hidden layer first. `from`
    // and `to` are units; a bias has no `from`.
    const parameters = [
        ["w_{11}", 0, 0], ["w_{21}", 0, 1], ["w_{12}", 1, 0], ["w_{22}", 1, 1],
        ["b_{h1}", null, 0], ["b_{h2}", null, 1],
        ["w_{31}", 0, 0], ["w_{41}", 0, 1], ["w_{32}", 1, 0], ["w_{42}", 1, 1],
        ["b_{o1}", null, 0], ["b_{o2}", null, 1],
    ].map(([name, from, to], i) => ({ name, from, to, layer: i < 6 ? 1 : 2 }));
    const unitNames = [["x_{1}", "x_{2}"], ["y_{h1}", "y_{h2}"], ["y_{o1}", "y_{o2}"]];
    const deltaNames = [null, ["δ_{h1}", "δ_{h2}"], ["δ_{o1}", "δ_{o2}"]];

    // One pass after the other; what is not known yet is not shown.
    const stages = ["inputs", "hidden", "outputs", "output deltas", "output gradients",
        "hidden deltas", "hidden gradients"];
    const whole = stages.length - 1;

    const short = (value) => Explore.number(value, 2);
    const long = (value) => Explore.number(value, 4);
    const factor = (value) => Explore.factor(value, 2);
    const longFactor = (value) => Explore.factor(value, 4);

    Explore.figures.network = (stage) => {
        const state = { ...structuredClone(start), at: whole, chosen: 6, errors: [] };
        let passes;

        const compute = () => {
            const take = Explore.taking(stage.program.call("network_passes", state.w, state.x, state.t));
            passes = { y: [state.x, take(2), take(2)], E: take(1)[0] };
            passes.delta = [null, null, take(2)];
            const ofOutputs = take(6);
            passes.delta[1] = take(2);
            passes.gradient = [...take(6), ...ofOutputs];
        };
        const known = (what) => state.at >= stages.indexOf(what);
        const gradientIsKnown = (p) =>
            known(parameters[p].layer === 2 ? "output gradients" : "hidden gradients");

        // --- what is computed at this step, with its numbers -----------------------------------

        const sum = (layer, unit) => {
            const offset = (layer - 1) * 6;
            const terms = [0, 1].map((i) =>
                `${factor(state.w[offset + 2 * i + unit])} · ` +
                (layer === 1 ? factor(state.x[i]) : longFactor(passes.y[1][i])));
            return `${terms.join(" + ")} + ${factor(state.w[offset + 4 + unit])}`;
        };
        const output = (layer, unit) => {
            const names = [0, 1].map((i) =>
                `${parameters[(layer - 1) * 6 + 2 * i + unit].name} ${unitNames[layer - 1][i]}`);
            return `${unitNames[layer][unit]} = σ(${names.join(" + ")} + ` +
                `${parameters[(layer - 1) * 6 + 4 + unit].name}) = σ(${sum(layer, unit)}) = ` +
                long(passes.y[layer][unit]);
        };
        const delta = (layer, unit) => {
            const y = passes.y[layer][unit];
            const name = unitNames[layer][unit];
            const slope = `${name}(1 − ${name})`;
            const slopeNow = `${long(y)} · (1 − ${long(y)})`;
            if (layer === 2) {
                return `${deltaNames[2][unit]} = (${name} − t_{${unit + 1}}) ${slope} = ` +
                    `(${long(y)} − ${short(state.t[unit])}) · ${slopeNow} = ${long(passes.delta[2][unit])}`;
            }
            const [first, second] = [6, 7].map((p) => p + 2 * unit);
            return `${deltaNames[1][unit]} = (δ_{o1} ${parameters[first].name} + ` +
                `δ_{o2} ${parameters[second].name}) ${slope} = ` +
                `(${longFactor(passes.delta[2][0])} · ${factor(state.w[first])} + ` +
                `${longFactor(passes.delta[2][1])} · ${factor(state.w[second])}) · ${slopeNow} = ` +
                long(passes.delta[1][unit]);
        };
        const gradient = (p) => {
            const { name, from, to, layer } = parameters[p];
            const value = long(passes.gradient[p]);
            if (from === null) {
                return `∂E/∂${name} = ${deltaNames[layer][to]} = ${value}`;
            }
            const input = layer === 1 ? factor(state.x[from]) : longFactor(passes.y[1][from]);
            return `∂E/∂${name} = ${unitNames[layer - 1][from]} ${deltaNames[layer][to]} = ` +
                `${input} · ${longFactor(passes.delta[layer][to])} = ${value}`;
        };
        const formulas = () => {
            const both = (line, layer) => [line(layer, 0), line(layer, 1)];
            return {
                "inputs": ["The inputs are given: the forward pass begins."],
                "hidden": both(output, 1),
                "outputs": [...both(output, 2),
                    `E = ½ ((t_{1} − y_{o1})² + (t_{2} − y_{o2})²) = ${long(passes.E)}`],
                "output deltas": both(delta, 2),
                "output gradients": [6, 7, 8, 9].map(gradient),
                "hidden deltas": both(delta, 1),
                "hidden gradients": [0, 1, 2, 3].map(gradient),
            }[stages[state.at]];
        };
        const explanation = () => {
            if (state.at < whole) {
                return formulas();
            }
            const { layer, to } = parameters[state.chosen];
            return [output(layer, to), delta(layer, to), gradient(state.chosen)];
        };

        // --- what the buttons do -----------------------------------------------------------------

        const model = stage.model(compute);
        const { change } = model;
        const goTo = (at) => change(() => { state.at = at; });
        // One update; false if the functions that draw do not give one.
        const update = () => {
            const updated = stage.program.next("network_update", state.w, state.x, state.t, state.eta);
            change(() => {
                state.at = whole;
                if (updated) {
                    state.errors.push(passes.E);
                    state.w = updated;
                }
            });
            return updated !== null;
        };
        const run = stage.runner("Run", () => update() && state.errors.length < 2000, 100);
        const buttons = Explore.html("div", { class: "buttons" },
            Explore.button("Forward", () => goTo(stages.indexOf("outputs")),
                { title: "the forward pass: what the network answers" }),
            Explore.button("Back", () => goTo(whole),
                { title: "the backward pass: deltas and gradients" }),
            Explore.button("Update", update, { title: "every weight goes against its gradient" }),
            Explore.button("One step", () => (state.at === whole ? goTo(0) : goTo(state.at + 1)),
                { title: "the next thing that is computed" }),
            run,
            Explore.button("Start over", () => {
                run.pause();
                eta.put(start.eta);
                change(() => Object.assign(state, structuredClone(start),
                    { at: whole, errors: [] }));
            }));
        const eta = Explore.powers({ name: "η", low: 0.1, high: 10, value: state.eta,
            shown: (v) => String(v), changed: (v) => change(() => { state.eta = v; }) });
        const formulaLines = Explore.html("div", { class: "formulas" });
        compute();

        // --- the drawing -------------------------------------------------------------------------

        return (width) => {
            const net = Explore.networkDrawing(width, {
                parameters, unitNames, deltaNames, state,
                choose: (p) => change(() => { state.chosen = p; }),
                setWeight: (p, value) => change(() => {
                    state.at = whole;
                    state.w[p] = value;
                }),
                setInput: (i, value) => change(() => { state.x[i] = value; }),
                setTarget: (i, value) => change(() => { state.t[i] = value; }),
                start, passes: () => passes, gradientIsKnown, known,
            });
            const curve = Explore.errorOverOne(width, {
                stage, state, parameters, passes: () => passes,
                setWeight: (value) => change(() => {
                    state.at = whole;
                    state.w[state.chosen] = value;
                }),
            });
            stage.element.replaceChildren(net.element, formulaLines, buttons, eta, curve.element);
            model.refresh = () => {
                net.show();
                curve.show();
                formulaLines.replaceChildren(...explanation().map((line) => {
                    const element = Explore.html("p");
                    Explore.setText(element, line);
                    return element;
                }));
                stage.say(state.at < whole ? explanation().join("; ")
                    : `E is ${long(passes.E)} after ${state.errors.length} updates; outputs ` +
                      `${passes.y[2].map(long).join(" and ")}; ${gradient(state.chosen)}`);
            };
            model.refresh();
        };
    };
}
