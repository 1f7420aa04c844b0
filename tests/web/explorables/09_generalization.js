// Chapter 9: a polynomial through noisy points. Its degree, the penalty λ and the points can be
// changed; the errors on both sets of points follow.
"use strict";

{
    const [count, highest] = [201, 15];
    const places = Array.from({ length: count }, (_, i) => -1 + 2 * i / (count - 1));
    const degrees = Array.from({ length: highest + 1 }, (_, d) => d);
    const noPenalty = 1e-9; // the left end of the range: λ = 0

    Explore.figures.fit = (stage) => {
        const points = () => {
            const take = Explore.taking(stage.program.call("fit_points"));
            return [0, 1].map(() => {
                const size = take(1)[0];
                return { x: take(size), t: take(size) };
            });
        };
        const truth = stage.program.call("fit_truth", count);
        const state = { points: points(), degree: 9, lambda: 0 };
        let fit;
        let errors;
        const compute = () => {
            const given = state.points.flatMap(({ x, t }) => [x.length, x, t]);
            const take = Explore.taking(stage.program.call("fit_curve", ...given, state.degree,
                state.lambda, count));
            fit = { w: take(state.degree + 1), curve: take(count), errors: take(2) };
            const both = stage.program.call("fit_errors", ...given, highest, state.lambda);
            errors = [0, 1].map((k) => both.filter((_, i) => i % 2 === k));
        };
        const model = stage.model(compute);
        const { change } = model;
        compute();

        return (width) => {
            const wide = width >= 640;
            const size = wide ? Math.floor(width * 0.56) : width;
            const plane = new Explore.Plot({ width: size, height: wide ? 360 : 300, x: [-1.05, 1.05],
                y: [-2, 2], xLabel: "x", yLabel: "t", label: "The points, the fit and the truth" });
            const curves = new Explore.Plot({ width: wide ? width - size - 12 : width,
                height: wide ? 360 : 260, x: [0, highest], y: [0.01, 10], logY: true,
                xLabel: "degree", yLabel: "mean squared error", label: "Both errors over the degree" });
            plane.curve("truth").set(places, truth);
            const curve = plane.curve("");
            const others = state.points[1].x.map(() => plane.dot("other", 3));
            const hands = state.points[0].x.map((_, n) => {
                const dot = plane.dot("hand-dot", 6, plane.hands);
                const tell = Explore.slider(dot.element, { value: () => state.points[0].t[n],
                    set: (t) => change(() => { state.points[0].t[n] = t; }), range: [-2, 2],
                    step: 0.05, name: `training point ${n + 1}`, at: (x, y) => plane.atY(y) });
                return { dot, tell };
            });
            const lines = ["", "o1 way"].map((kind) => curves.curve(kind));
            const marks = ["", "o1"].map((kind) => curves.dot(kind, 6));
            const degree = Explore.range({ name: "degree", low: 0, high: highest, step: 1,
                value: state.degree, shown: String,
                changed: (v) => change(() => { state.degree = v; }) });
            const lambda = Explore.powers({ name: "λ", low: noPenalty, high: 10,
                value: Math.max(noPenalty, state.lambda),
                shown: (v) => (v <= noPenalty ? "0" : Explore.scientific(v, 2)),
                changed: (v) => change(() => { state.lambda = v <= noPenalty ? 0 : v; }) });
            const again = Explore.button("The points of the text", () =>
                change(() => { state.points = points(); }));
            const table = Explore.table("Mean squared error", ["training", "validation",
                "largest weight"]);
            stage.element.replaceChildren(
                Explore.html("div", { class: "side" }, plane.element, curves.element),
                Explore.legend([["fit, training error", "o3"], ["validation error", "o1"],
                    ["the truth", "o0"]]),
                degree, lambda, Explore.html("div", { class: "buttons" }, again),
                Explore.scrolling(table));

            model.refresh = () => {
                curve.set(places, fit.curve);
                others.forEach((dot, n) => dot.set(state.points[1].x[n], state.points[1].t[n]));
                hands.forEach(({ dot, tell }, n) => {
                    dot.set(state.points[0].x[n], state.points[0].t[n]);
                    tell();
                });
                const powers = errors.flat().filter((e) => e > 0).map(Math.log10);
                curves.zoom([0, highest], [10 ** Math.floor(Math.min(...powers, -1)),
                    10 ** Math.ceil(Math.max(...powers, 0))]);
                lines.forEach((line, k) => line.set(degrees, errors[k]));
                marks.forEach((mark, k) => mark.set(state.degree, fit.errors[k]));
                const largest = fit.w.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
                table.fill([[...fit.errors.map((e) => Explore.scientific(e, 4)),
                    Explore.scientific(largest, 4)]]);
                stage.say(`degree ${state.degree}: training error ` +
                    `${Explore.scientific(fit.errors[0])}, validation error ` +
                    Explore.scientific(fit.errors[1]));
            };
            model.refresh();
        };
    };
}
