// Chapter 5: choose a function, move x, and, where it has one, its α.
"use strict";

{
    const functions = ["identity", "binary step", "logistic", "tanh", "arctan", "softsign", "ReLU",
        "leaky ReLU", "PReLU", "ELU", "SELU"];
    const alphas = { 8: 0.25, 9: 0.5 };
    const jumps = 1; // the binary step: its two halves are not joined
    const [low, high, count] = [-6, 6, 481];
    const places = Array.from({ length: count }, (_, i) => low + (high - low) * i / (count - 1));

    const end = (value) => {
        if (Math.abs(Math.abs(value) - Math.PI / 2) < 1e-12) {
            return value < 0 ? "−π/2" : "π/2";
        }
        return Number.isInteger(value) ? String(value).replace("-", "−")
            : Explore.number(value, 4);
    };
    const unknown = "–"; // a property that the functions which draw do not tell
    const range = ([infimum, supremum, reached, alsoReached]) => (Number.isNaN(infimum) ? unknown :
        `${reached ? "[" : "("}${Number.isFinite(infimum) ? end(infimum) : "−∞"}, ` +
        `${Number.isFinite(supremum) ? end(supremum) : "∞"}${alsoReached ? "]" : ")"}`);

    Explore.figures.activation = (stage) => {
        const state = { kind: 2, x: 1, alpha: 0.25 };
        const alpha = () => (state.kind in alphas ? state.alpha : 1);
        const call = (name, ...more) => stage.program.call(name, state.kind, alpha(), ...more);
        let now = call("activation_at", state.x);

        return (width) => {
            const plot = new Explore.Plot({ width, height: Math.min(400, Math.max(300, width * 0.6)),
                x: [low, high], y: [-2, 4], xLabel: "x", yLabel: "f, f′",
                label: "The activation and its slope" });
            const slope = plot.curve("slope-curve");
            const curve = plot.curve("");
            const tangent = plot.curve("tangent");
            const slopeDot = plot.dot("slope-dot", 5);
            const name = plot.note("strong f");
            const slopeName = plot.note("strong slope-name");
            const hand = plot.dot("hand-dot", 9, plot.hands);
            const tell = Explore.slider(hand.element, { value: () => state.x,
                set: (x) => {
                    state.x = x;
                    show();
                }, range: [low, high], step: 0.05, home: 0, name: "x", at: (x) => plot.atX(x),
                text: () => `x ${Explore.number(state.x, 2)}, f ${Explore.number(now[0])}, slope ` +
                    Explore.number(now[1]) });

            const which = Explore.choice({ name: "Function", value: state.kind,
                options: functions.map((text, i) => [i, text]), changed: (kind) => {
                    state.kind = Number(kind);
                    state.alpha = alphas[kind] ?? state.alpha;
                    alphaRange.put(state.alpha);
                    draw();
                } });
            const alphaRange = Explore.range({ name: "α", low: -1, high: 2, step: 0.05,
                value: state.alpha, shown: (v) => Explore.number(v, 2), changed: (v) => {
                    state.alpha = v;
                    draw();
                } });
            const line = Explore.html("p", { class: "tell" });
            const row = Explore.table("Its row of the table",
                ["range", "order of continuity", "monotonic", "slope monotonic"]);
            stage.element.replaceChildren(Explore.html("div", { class: "row" }, which), plot.element,
                line, alphaRange, Explore.scrolling(row));

            // What does not depend on x.
            const draw = () => {
                const both = call("activation_curves", low, high, count);
                const f = both.slice(0, count);
                const slopes = both.slice(count);
                const seen = both.filter(Number.isFinite);
                const lowest = Math.max(-4, Math.min(...seen, -0.2));
                const highest = Math.min(4, Math.max(...seen, 1));
                plot.zoom([low, high], [Math.min(-0.5, lowest * 1.15), highest * 1.15]);
                const middle = places.findIndex((x) => x > 0);
                const split = (list) => (state.kind === jumps
                    ? [...list.slice(0, middle), NaN, ...list.slice(middle)] : list);
                curve.set(split(places), split(f));
                slope.set(split(places), split(slopes));
                const at = places.findIndex((x) => x >= 3);
                const apart = Math.abs(f[at] - slopes[at]) < 0.3 ? 0.12 * (plot.y[1] - plot.y[0]) : 0;
                name.put(3, f[at] + apart / 2 + 0.03 * (plot.y[1] - plot.y[0]), "f");
                slopeName.put(3, slopes[at] - apart / 2 + 0.03 * (plot.y[1] - plot.y[0]), "f′");
                alphaRange.hidden = !(state.kind in alphas);
                const values = call("activation_row");
                const yes = (value) => (Number.isNaN(value) ? unknown : value === 1 ? "yes" : "no");
                const order = (value) => (Number.isNaN(value) ? unknown
                    : value === 3 ? "≥ 3" : String(value).replace("-", "−"));
                row.fill([[state.kind === jumps ? "{0, 1}" : range(values), order(values[4]),
                    yes(values[5]), yes(values[6])]]);
                show();
            };
            const show = () => {
                now = call("activation_at", state.x);
                const [f, f_slope, by_alpha] = now;
                tangent.set([state.x - 1.5, state.x + 1.5], [f - 1.5 * f_slope, f + 1.5 * f_slope]);
                slopeDot.set(state.x, f_slope);
                hand.set(state.x, f);
                const text = `x = ${Explore.number(state.x, 2)}: f = ${Explore.number(f)}, ` +
                    `f′ = ${Explore.number(f_slope)}` +
                    (by_alpha === undefined ? "" : `, ∂f/∂α = ${Explore.number(by_alpha)}`);
                Explore.setText(line, text);
                tell();
                stage.say(`${functions[state.kind]}: ${text}`);
            };
            stage.recompute = draw;
            draw();
        };
    };
}
