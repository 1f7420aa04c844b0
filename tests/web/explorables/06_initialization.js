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
            reach = Math.max(1, Number((4 * rules[2]).toPrecision(1)));
            const take = Explore.taking(stage.program.call("initialization_layers", state.units,
                state.deviation, state.uniform, state.f, reach, ...activations[state.f][1]));
            results = Array.from({ length: layers }, () => ({ sums: take(1)[0], outputs: take(1)[0],
                ofSums: take(bins), ofOutputs: take(bins) }));
        };
        let rebuild = () => {};
        const change = (how) => {
            how();
            compute();
            rebuild();
        };
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
                state.deviation = rules[which];
                deviation.put(state.deviation);
            }));
            const table = Explore.table("Root of the mean square",
                ["layer", "weighted sums", "outputs"]);
            const told = Explore.html("p", { class: "tell" });
            stage.element.replaceChildren(Explore.html("div", { class: "row" }, activation, uniform,
                rule("Xavier's deviation", 0), rule("He's deviation", 1)), deviation, units, told,
            plots, Explore.scrolling(table));

            // A histogram of a layer; its axis of fractions ends where its own highest bar does, but at
            // ten per cent at least.
            const histogram = (title, fractions, [low, high], kind) => {
                const top = Math.max(0.1, ...fractions) * 1.05;
                const plot = new Explore.Plot({ width: size, height: 130, x: [low, high], y: [0, top],
                    left: 34, right: 8, top: 24, bottom: 22, label: title,
                    yTicks: [0, top > 0.5 ? 0.5 : 0.1], xTicks: [low, (low + high) / 2, high] });
                plot.element.append(Explore.svg("text", { class: "note", x: plot.left, y: 15 }, title));
                const wide = (high - low) / bins;
                fractions.forEach((fraction, i) => {
                    const x = plot.X(low + i * wide);
                    fraction > 0 && plot.content.append(Explore.svg("rect", { class: `bar ${kind}`,
                        x, y: plot.Y(fraction), width: plot.X(low + (i + 1) * wide) - x,
                        height: plot.Y(0) - plot.Y(fraction) }));
                });
                return plot.element;
            };
            const of = (layer) => [
                histogram(`sums of layer ${layer}`, results[layer - 1].ofSums, [-reach, reach], "sums"),
                histogram(`outputs of layer ${layer}`, results[layer - 1].ofOutputs,
                    activations[state.f][1], "outputs")];
            rebuild = () => {
                const pairs = shown.map(of);
                const rows = columns === 4
                    ? [...pairs.map(([sums]) => sums), ...pairs.map(([, outputs]) => outputs)]
                    : pairs.flat();
                plots.replaceChildren(...rows);
                table.fill(shown.map((layer) => [layer,
                    Explore.scientific(results[layer - 1].sums),
                    Explore.scientific(results[layer - 1].outputs)]));
                Explore.setText(told, `The formula expects the deviation ` +
                    `${Explore.scientific(rules[2])} of the sums of layer 1. Xavier: ` +
                    `${Explore.number(rules[0])}, He: ${Explore.number(rules[1])}.`);
                stage.say(`${told.textContent} Outputs of layer 10: ` +
                    Explore.scientific(results[9].outputs));
            };
            rebuild();
        };
    };
}
