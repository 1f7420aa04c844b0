// Chapter 4: the norm of every layer's gradient, for three activations with the same start.
"use strict";

{
    const kinds = [["sigmoid", "o1"], ["tanh", "o5"], ["ReLU", "o3"]];

    Explore.figures.depth = (stage) => {
        const state = { depth: 10, factor: 1, seed: 1 };
        let results;
        const compute = () => {
            results = kinds.map((_, kind) => {
                const take = Explore.taking(stage.program.call("depth_norms", kind, state.depth,
                    state.factor, state.seed));
                return { norms: take(state.depth + 1), factor: take(1)[0],
                    saturated: take(1)[0] };
            });
        };
        const model = stage.model(compute);
        const { change } = model;
        compute();

        return (width) => {
            const plot = new Explore.Plot({ width, height: 340, x: [0.5, state.depth + 1.5],
                y: [1e-8, 10], logY: true, xLabel: "layer", yLabel: "norm of the gradient",
                left: 62, label: "The norm of every layer's gradient, for three activations" });
            const lines = kinds.map(([, colour]) => ({ line: plot.curve(`way ${colour}`),
                dots: Array.from({ length: 21 }, () => plot.dot(colour, 4)) }));
            const depth = Explore.range({ name: "hidden layers", low: 1, high: 20, step: 1,
                value: state.depth, shown: String,
                changed: (v) => change(() => { state.depth = v; }) });
            const factor = Explore.powers({ name: "all weights ×", low: 0.1, high: 10,
                value: state.factor, shown: String,
                changed: (v) => change(() => { state.factor = v; }) });
            const seed = Explore.html("div", { class: "buttons" },
                Explore.button("Other weights", () => change(() => { state.seed += 1; })),
                Explore.button("Start over", () => {
                    depth.put(10);
                    factor.put(1);
                    change(() => Object.assign(state, { depth: 10, factor: 1, seed: 1 }));
                }));
            const table = Explore.table("", ["", "first layer", "last layer", "factor per layer",
                "saturated"]);
            stage.element.replaceChildren(plot.element, Explore.legend(kinds), depth, factor, seed,
                Explore.scrolling(table));

            model.refresh = () => {
                const layers = Array.from({ length: state.depth + 1 }, (_, l) => l + 1);
                const seen = results.flatMap(({ norms }) => norms)
                    .filter((norm) => norm > 0 && Number.isFinite(norm));
                const power = (value) => Math.log10(Math.min(1e40, Math.max(1e-40, value)));
                plot.zoom([0.5, state.depth + 1.5], [10 ** Math.floor(power(Math.min(...seen, 0.1)) - 0.2),
                    10 ** Math.ceil(power(Math.max(...seen, 1)) + 0.01)]);
                results.forEach(({ norms }, kind) => {
                    const there = norms.map((norm) => (norm > 0 ? norm : NaN));
                    lines[kind].line.set(layers, there);
                    lines[kind].dots.forEach((dot, l) => {
                        const on = there[l] > 0 && Number.isFinite(there[l]);
                        Explore.set(dot.element, { visibility: on ? "visible" : "hidden" });
                        on && dot.set(l + 1, there[l]);
                    });
                });
                table.caption.textContent = `Start ${state.seed}; saturated: the hidden units ` +
                    "whose slope is below 0.01";
                table.fill(results.map(({ norms, factor: each, saturated }, kind) => [kinds[kind][0],
                    Explore.scientific(norms[0]), Explore.scientific(norms.at(-1)),
                    Number.isNaN(each) ? "–" : Explore.number(each, 3),
                    `${Explore.number(100 * saturated, 0)} %`]));
                stage.say(`${state.depth} hidden layers: ` + results.map(({ norms, factor: each }, kind) =>
                    `${kinds[kind][0]}: first layer ${Explore.scientific(norms[0])}, factor per layer ` +
                    Explore.number(each, 3)).join("; "));
            };
            model.refresh();
        };
    };
}
