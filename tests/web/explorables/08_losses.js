// Chapter 8: the squared error and the cross entropy of one sigmoid, and how descent fares on both.
"use strict";

{
    const [low, high, count] = [-8, 8, 161];
    const places = Array.from({ length: count }, (_, i) => low + (high - low) * i / (count - 1));
    const names = [["squared error", "o1"], ["cross entropy", "o3"]];
    const steps = 60;

    Explore.figures.losses = (stage) => {
        const state = { z: -4, target: 1, eta: 1, step: 0 };
        let now;
        let curves;
        let descent;
        const compute = () => {
            const take = Explore.taking(stage.program.call("losses_at", state.z, state.target));
            const [y, squared, squaredSlope, entropy, entropySlope] = take(5);
            now = { y, losses: [squared, entropy], slopes: [squaredSlope, entropySlope] };
            const all = stage.program.call("losses_curves", state.target, low, high, count);
            const column = (k) => all.filter((_, i) => i % 5 === k);
            curves = { losses: [column(1), column(3)], slopes: [column(2), column(4)] };
            const both = stage.program.call("losses_descent", state.z, state.target, state.eta, steps);
            descent = [0, 1].map((k) => both.filter((_, i) => i % 2 === k));
        };
        const model = stage.model(compute);
        const { change } = model;
        const run = stage.runner("Descend", () => {
            state.step = state.step >= steps ? 0 : state.step + 1;
            model.refresh();
            return state.step < steps;
        }, steps);
        compute();

        return (width) => {
            const wide = width >= 640;
            const size = wide ? Math.floor((width - 12) / 2) : width;
            const plot = (y, yLabel, label) => new Explore.Plot({ width: size, height: wide ? 320 : 250,
                x: [low, high], y, xLabel: "logit z", yLabel, label });
            const losses = plot([0, 8], "E", "Both losses over the logit");
            const slopes = plot([-1.1, 1.1], "dE/dz", "The slopes of both losses over the logit");
            const lines = names.map(([, colour]) => ({ loss: losses.curve(`way ${colour}`),
                slope: slopes.curve(`way ${colour}`), at: losses.dot(colour, 6),
                slopeAt: slopes.dot(colour, 6) }));
            // What is moved lies on the axis.
            const hand = losses.dot("hand-dot start", 9, losses.hands);
            const tell = Explore.slider(hand.element, { value: () => state.z,
                set: (z) => change(() => Object.assign(state, { z, step: 0 })), range: [low, high],
                step: 0.1, home: 0, name: "logit z", at: (x) => losses.atX(x),
                text: () => `z ${Explore.number(state.z, 2)}, output ${Explore.number(now.y)}` });
            const target = Explore.choice({ name: "Target", value: state.target,
                options: [[0, "0"], [1, "1"]],
                changed: (t) => change(() => Object.assign(state, { target: Number(t), step: 0 })) });
            const eta = Explore.powers({ name: "η", low: 0.1, high: 10, value: state.eta,
                shown: String, changed: (v) => change(() => { state.eta = v; }) });
            const buttons = Explore.html("div", { class: "buttons" }, run,
                Explore.button("Start again", () => {
                    run.pause();
                    change(() => { state.step = 0; });
                }));
            const table = Explore.table("", ["", "E", "dE/dz", "z after the steps"]);
            stage.element.replaceChildren(Explore.html("div", { class: "row" }, target,
                Explore.legend(names)),
            Explore.html("div", { class: "side" }, losses.element, slopes.element), buttons, eta,
            Explore.scrolling(table));

            model.refresh = () => {
                lines.forEach(({ loss, slope, at, slopeAt }, k) => {
                    loss.set(places, curves.losses[k]);
                    slope.set(places, curves.slopes[k]);
                    const z = descent[k][state.step];
                    const there = stage.program.call("losses_at", z, state.target);
                    at.set(z, there[1 + 2 * k]);
                    slopeAt.set(z, there[2 + 2 * k]);
                });
                hand.set(state.z, 0);
                tell();
                table.caption.textContent = `z = ${Explore.number(state.z, 2)}, ` +
                    `y = σ(z) = ${Explore.number(now.y)}; ${state.step} steps of descent`;
                table.fill(names.map(([name], k) => [name, Explore.number(now.losses[k]),
                    Explore.number(now.slopes[k]), Explore.number(descent[k][state.step])]));
                stage.say(`${table.caption.textContent}: ` + names.map(([name], k) =>
                    `${name} ${Explore.number(now.losses[k])}, slope ${Explore.number(now.slopes[k])}`)
                    .join("; "));
            };
            model.refresh();
        };
    };
}
