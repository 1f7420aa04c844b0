// Chapter 7: the map with the ways over it, the values over the steps, and the controls.
"use strict";

Explore.race = (width, { stage, state, setup, races, optimizers, kept, least, run, show, change,
    paths, setRefresh, takeRace }) => {
    const wide = width >= 640;
    const mapWidth = wide ? Math.floor(width * 0.5) : width;
    const map = new Explore.Plot({ width: mapWidth, height: wide ? 400 : 330, x: setup.x, y: setup.y,
        xLabel: "x", yLabel: "y", label: `Map of the ${races[state.race]}, with the ways over it` });
    const hasGoal = setup.goal.length > 0;
    const values = new Explore.Plot({ width: wide ? width - mapWidth - 12 : width,
        height: wide ? 400 : 280, x: [0, setup.steps], y: hasGoal ? [least, 1e3] : [-8, 2],
        logY: hasGoal, xLabel: "step", yLabel: "f(x, y)", label: "The function's value over the steps" });

    setup.lines.forEach(({ level, xs, ys }) =>
        map.curve(level < 0 ? "level below" : "level").set(xs, ys));
    if (hasGoal) {
        map.note("mark", "middle").put(...setup.goal, "✕");
    }
    const ways = optimizers.map((_, kind) => ({
        way: map.curve(`way o${kind}`), end: map.dot(`o${kind}`, 5),
        value: values.curve(`way o${kind}`), now: values.dot(`o${kind}`, 4),
    }));

    // The start: the map can be clicked, and the point can be moved.
    const place = (x, y) => [map.atX(x), map.atY(y)];
    const move = (start) => change(() => {
        state.start = start;
    });
    const hand = map.dot("hand-dot start", 9, map.hands);
    const tell = Explore.point(hand.element, { value: () => state.start, set: move,
        xRange: setup.x, yRange: setup.y, step: 0.05, home: setup.start, name: "start of the race",
        at: place });
    map.element.addEventListener("click", (event) => {
        const box = map.element.getBoundingClientRect();
        const [x, y] = place(event.clientX - box.left, event.clientY - box.top);
        if (event.target !== hand.element && x >= setup.x[0] && x <= setup.x[1] &&
            y >= setup.y[0] && y <= setup.y[1]) {
            move([x, y].map((number) => Math.round(number * 1e3) / 1e3));
        }
    });

    // --- controls ------------------------------------------------------------------------------

    const which = Explore.choice({ name: "Function", value: state.race,
        options: races.map((name, i) => [i, name]), changed: (race) => takeRace(Number(race)) });
    const steps = Explore.range({ name: "step", low: 0, high: setup.steps, step: 1,
        value: state.shown, shown: String, changed: (value) => {
            run.pause();
            show(value);
        } });
    const buttons = Explore.html("div", { class: "buttons" }, run,
        Explore.button("Step back", () => show(state.shown - 1)),
        Explore.button("Step", () => show(state.shown + 1)),
        Explore.button("Start over", () => takeRace(state.race)));
    const checks = Explore.html("div", { class: "row" }, ...optimizers.map((name, kind) =>
        Explore.check({ name, swatch: `o${kind}`, value: state.runs.includes(kind),
            changed: (on) => change(() => {
                state.runs = optimizers.map((_, k) => k)
                    .filter((k) => (k === kind ? on : state.runs.includes(k)));
            }) })));
    const numbers = Explore.html("div");
    const showNumbers = () => {
        const kind = state.chosen;
        const eta = Explore.powers({ name: "η", low: 1e-4, high: 10, value: state.eta[kind],
            shown: (v) => String(v), changed: (v) => change(() => { state.eta[kind] = v; }) });
        const keeps = kept[kind] === null ? [] : [Explore.range({ name: kept[kind], low: 0,
            high: 0.99, step: 0.01, value: state.kept[kind], shown: (v) => Explore.number(v, 2),
            changed: (v) => change(() => { state.kept[kind] = v; }) })];
        numbers.replaceChildren(eta, ...keeps);
    };
    showNumbers();
    const chosen = Explore.choice({ name: "Numbers of", value: state.chosen,
        options: optimizers.map((name, kind) => [kind, name]), changed: (kind) => {
            state.chosen = Number(kind);
            showNumbers();
        } });
    const table = Explore.table("", ["", "η", "x", "y", "f(x, y)"]);
    stage.element.replaceChildren(Explore.html("div", { class: "row" }, which),
        Explore.html("div", { class: "side" }, map.element, values.element), buttons, steps, checks,
        Explore.html("div", { class: "row" }, chosen), numbers,
        Explore.scrolling(table));

    // --- the numbers ---------------------------------------------------------------------------

    const refresh = () => {
        const all = paths();
        const { shown } = state;
        const all_steps = all[0].xs.map((_, i) => i);
        if (hasGoal) {
            const seen = state.runs.flatMap((kind) => all[kind].fs).filter(Number.isFinite);
            const power = (value) => Math.log10(Math.max(least, value));
            const low = Math.floor(power(Math.min(...seen, 1)));
            const high = Math.min(8, Math.ceil(power(Math.max(...seen, 10))));
            values.zoom(values.x, [10 ** low, 10 ** high]);
        }
        ways.forEach(({ way, end, value, now }, kind) => {
            const { xs, ys, fs } = all[kind];
            const on = state.runs.includes(kind);
            const until = (list) => (on ? list.slice(0, shown + 1) : []);
            way.set(until(xs), until(ys));
            value.set(until(all_steps), until(fs));
            const there = on && [xs, ys, fs].every((list) => Number.isFinite(list[shown]));
            for (const mark of [end, now]) {
                Explore.set(mark.element, { visibility: there ? "visible" : "hidden" });
            }
            if (there) {
                end.set(xs[shown], ys[shown]);
                now.set(shown, fs[shown]);
            }
        });
        hand.set(...state.start);
        tell();
        steps.put(shown);
        table.caption.textContent = `After step ${shown}`;
        table.fill(state.runs.map((kind) => [optimizers[kind], state.eta[kind],
            Explore.number(all[kind].xs[shown]), Explore.number(all[kind].ys[shown]),
            Explore.scientific(all[kind].fs[shown], 4)]));
        stage.say(`step ${shown}: ` + state.runs.map((kind) =>
            `${optimizers[kind]} ${Explore.scientific(all[kind].fs[shown], 4)}`).join(", "));
    };
    setRefresh(refresh);
    refresh();
};
