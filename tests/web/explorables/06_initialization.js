// Chapter 6: histograms of the weighted sums and of the outputs through ten layers.
"use strict";

{
    const activations = [["sigmoid", [0, 1]], ["tanh", [-1, 1]], ["ReLU", [0, 4]]];
    const shown = [1, 2, 5, 10];
    const [layers, bins] = [10, 41];

    Explore.figures.layers = (stage) => {
        const state = { units: 100, deviation: 0.1, uniform: 0, f: 1 };
        let results;
        let rules;
        let reach;
        const compute = () => {
            rules = stage.program.call("initialization_rules", state.units, state.deviation);
            reach = Math.max(1, Number((4 * rules[2]).toPrecision(1)) || 1);
            const take = Explore.taking(stage.program.call("initialization_layers", state.units,
                state.deviation, state.uniform, state.f, reach, ...activations[state.f][1]));
            results = Array.from({ length: layers }, () => ({ sums: take(1)[0], outputs: take(1)[0],
                ofSums: take(bins), ofOutputs: take(bins) }));
        };
        const model = stage.model(compute);
        const { change } = model;
        compute();

        return (width) => {
            const columns = width >= 640 ? 4 : 2;
            const size = Math.floor((width - 6 * (columns - 1)) / columns);
            const plots = Explore.html("div", { class: "small-plots",
                style: `grid-template-columns: repeat(${columns}, ${size}px)` });
            const units = Explore.range({ name: "inputs, units per layer", low: 10, high: 150, step: 5,
                value: state.units, shown: String,
                changed: (v) => change(() => { state.units = v; }) });
            const deviation = Explore.powers({ name: "deviation of the weights", low: 0.001, high: 2,
                value: state.deviation, shown: (v) => String(Number(v.toPrecision(3))),
                changed: (v) => change(() => { state.deviation = v; }) });
            const uniform = Explore.choice({ name: "Weights", value: state.uniform,
                options: [[0, "normal"], [1, "uniform"]],
                changed: (v) => change(() => { state.uniform = Number(v); }) });
            const activation = Explore.choice({ name: "Units", value: state.f,
                options: activations.map(([name], i) => [i, name]),
                changed: (v) => change(() => { state.f = Number(v); }) });
            const rule = (name, which) => Explore.button(name, () => change(() => {
                if (rules[which] > 0) { // whoever draws gives one
                    state.deviation = rules[which];
                    deviation.put(state.deviation);
                }
            }));
            const table = Explore.table("Root of the mean square",
                ["layer", "weighted sums", "outputs"]);
            const told = Explore.html("p", { class: "tell" });
            stage.element.replaceChildren(Explore.html("div", { class: "row" }, activation, uniform,
                rule("Xavier's deviation", 0), rule("He's deviation", 1)), deviation, units, told,
            plots, Explore.scrolling(table));

            // A histogram; its axis of fractions is one of a few, so that it seldom changes.
            const histogram = (title, kind) => {
                const plot = new Explore.Plot({ width: size, height: 130, x: [-1, 1], y: [0, 0],
                    left: 34, right: 8, top: 24, bottom: 22, label: title });
                plot.element.append(Explore.svg("text", { class: "note", x: plot.left, y: 15 }, title));
                const bars = Explore.svg("path", { class: `bar ${kind}` });
                plot.content.append(bars);
                const show = (fractions, [low, high]) => {
                    const top = [0.1, 0.25, 0.5, 1].find((end) => end >= Math.max(...fractions)) || 1;
                    plot.xTicks = [low, (low + high) / 2, high];
                    plot.yTicks = [0, top];
                    plot.zoom([low, high], [0, top]);
                    const edge = (i) => plot.X(low + (high - low) * i / bins).toFixed(1);
                    Explore.set(bars, { d: `M${edge(0)} ${plot.Y(0)}` + fractions.map((fraction, i) =>
                        `V${plot.Y(fraction || 0).toFixed(1)}H${edge(i + 1)}`).join("") + `V${plot.Y(0)}Z` });
                };
                return { element: plot.element, show };
            };
            const sums = shown.map((layer) => histogram(`sums of layer ${layer}`, "sums"));
            const outputs = shown.map((layer) => histogram(`outputs of layer ${layer}`, "outputs"));
            plots.replaceChildren(...(columns === 4 ? [...sums, ...outputs]
                : shown.flatMap((_, k) => [sums[k], outputs[k]])).map(({ element }) => element));
            model.refresh = () => {
                shown.forEach((layer, k) => {
                    sums[k].show(results[layer - 1].ofSums, [-reach, reach]);
                    outputs[k].show(results[layer - 1].ofOutputs, activations[state.f][1]);
                });
                table.fill(shown.map((layer) => [layer,
                    Explore.scientific(results[layer - 1].sums),
                    Explore.scientific(results[layer - 1].outputs)]));
                Explore.setText(told, `The formula expects the deviation ` +
                    `${Explore.scientific(rules[2])} of the sums of layer 1. Xavier: ` +
                    `${Explore.number(rules[0])}, He: ${Explore.number(rules[1])}.`);
                stage.say(`${told.textContent} Outputs of layer 10: ` +
                    Explore.scientific(results[9].outputs));
            };
            model.refresh();
        };
    };
}
