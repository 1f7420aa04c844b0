// Chapter 3: how the 2-2-2 network is drawn, from left to right or, on a narrow screen, from top to
// bottom; and E over one weight.
"use strict";

Explore.networkDrawing = (width, { parameters, unitNames, deltaNames, state, choose, setWeight,
    setInput, setTarget, start, passes, gradientIsKnown, known }) => {
    const narrow = width < 620;
    const height = narrow ? 640 : 400;
    const radius = narrow ? 37 : 40;
    const chip = narrow ? { width: 70, height: 36 } : { width: 92, height: 38 };

    // Places of the units; layer 3 is that of the targets.
    const place = (layer, unit) => (narrow
        ? { x: width * (unit ? 0.67 : 0.33), y: [46, 246, 456, 580][layer] }
        : { x: width * [0.07, 0.4, 0.74, 0.93][layer], y: unit ? 300 : 100 });
    const between = (from, to, share) => ({
        x: from.x + share * (to.x - from.x),
        y: from.y + share * (to.y - from.y),
    });
    // The shares of an arrow at which its chip stands: those that cross stand apart.
    const share = ({ from, to }) =>
        (from === to ? (narrow ? 0.62 : 0.56) : narrow ? (from === 0 ? 0.27 : 0.45) : 0.29);
    // A bias stands beside its unit, where no arrow comes.
    const biasPlace = ({ layer, to }) => {
        const unit = place(layer, to);
        return narrow
            ? { x: unit.x + (to ? 1 : -1) * (radius + chip.width / 2), y: unit.y }
            : { x: unit.x, y: unit.y + (to ? 1 : -1) * (radius + chip.height / 2 + 8) };
    };

    const element = Explore.svg("svg", { class: "network", width, height,
        viewBox: `0 0 ${width} ${height}`, role: "group",
        "aria-label": "The 2-2-2 network: inputs, weights, outputs, targets" });
    const arrows = Explore.svg("g", { "aria-hidden": "true" });
    const circles = Explore.svg("g", { "aria-hidden": "true" });
    const hands = Explore.svg("g");
    element.append(arrows, circles, hands);
    const tells = [];
    const text = (group, kind, x, y) => {
        const line = Explore.svg("text", { class: kind, x, y, "text-anchor": "middle" });
        group.append(line);
        return line;
    };
    const box = (where, size, kind) => {
        const group = Explore.svg("g", { class: `chip ${kind}`,
            transform: `translate(${where.x.toFixed(1)} ${where.y.toFixed(1)})` });
        group.append(Explore.svg("rect", { x: -size.width / 2, y: -size.height / 2,
            width: size.width, height: size.height, rx: 6 }));
        hands.append(group);
        return group;
    };

    // --- arrows and weights --------------------------------------------------------------------

    const weights = parameters.map((parameter, p) => {
        const { name, from, to, layer } = parameter;
        const end = place(layer, to);
        const begin = from === null ? biasPlace(parameter) : place(layer - 1, from);
        const line = Explore.svg("line", { x1: begin.x, y1: begin.y, x2: end.x, y2: end.y,
            class: "arrow" });
        arrows.append(line);
        const where = from === null ? begin : between(begin, end, share(parameter));
        const group = box(where, chip, "weight");
        const value = text(group, "value", 0, -3);
        const slope = text(group, "slope", 0, 13);
        tells.push(Explore.slider(group, {
            value: () => state.w[p],
            set: (number) => setWeight(p, number),
            range: [-8, 8], step: 0.05, perPixel: 0.01, home: start.w[p],
            name: `${from === null ? "bias" : "weight"} ${Explore.aloud(name)}`,
            text: () => `${Explore.number(state.w[p], 2)}` + (gradientIsKnown(p)
                ? `, gradient ${Explore.number(passes().gradient[p])}` : ""),
            chosen: () => choose(p),
        }));
        return { line, group, value, slope };
    });

    // --- units -----------------------------------------------------------------------------------

    const units = [0, 1, 2].map((layer) => [0, 1].map((unit) => {
        const { x, y } = place(layer, unit);
        const group = Explore.svg("g", { class: `unit layer${layer}` });
        group.append(Explore.svg("circle", { cx: x, cy: y, r: radius }));
        circles.append(group);
        const name = text(group, "name", x, y - (layer ? 17 : 6));
        Explore.setText(name, unitNames[layer][unit]);
        if (layer === 0) {
            return { group };
        }
        return { group, value: text(group, "value", x, y + 2), delta: text(group, "slope", x, y + 18) };
    }));

    const movable = (layer, unit, { name, values, set, range, kind, homes }) => {
        const { x, y } = place(layer, unit);
        const size = { width: 64, height: kind === "input" ? 24 : 40 };
        const group = box({ x, y: kind === "input" ? y + 10 : y }, size, kind);
        const value = text(group, "value", 0, kind === "input" ? 5 : 13);
        if (kind === "target") {
            Explore.setText(text(group, "name", 0, -4), name);
        }
        tells.push(Explore.slider(group, {
            value: () => values()[unit], set: (number) => set(unit, number), range, step: 0.05,
            perPixel: 0.005, home: homes[unit], name: `${kind} ${Explore.aloud(name)}`,
        }));
        return value;
    };
    const inputs = [0, 1].map((i) => movable(0, i, { name: unitNames[0][i], kind: "input",
        values: () => state.x, set: setInput, range: [-2, 2], homes: start.x }));
    const targets = [0, 1].map((i) => {
        const unit = place(2, i);
        const target = place(3, i);
        arrows.append(Explore.svg("line", { x1: unit.x, y1: unit.y, x2: target.x, y2: target.y,
            class: "miss" }));
        return movable(3, i, { name: `t_{${i + 1}}`, kind: "target", values: () => state.t,
            set: setTarget, range: [0, 1], homes: start.t });
    });
    const errorPlace = { x: (place(3, 0).x + place(3, 1).x) / 2,
        y: narrow ? place(3, 0).y + 38 : (place(3, 0).y + place(3, 1).y) / 2 };
    const error = text(circles, "error", errorPlace.x, errorPlace.y);
    const updates = text(circles, "name", errorPlace.x, errorPlace.y + 18);

    // --- the numbers -----------------------------------------------------------------------------

    const show = () => {
        const now = passes();
        parameters.forEach(({ name }, p) => {
            const { line, group, value, slope } = weights[p];
            Explore.setText(value, `${name} ${Explore.number(state.w[p], 2)}`);
            Explore.setText(slope, gradientIsKnown(p) ? `∂ ${Explore.number(now.gradient[p])}` : "");
            group.classList.toggle("chosen", state.chosen === p);
            line.classList.toggle("chosen", state.chosen === p);
            Explore.set(line, { "stroke-width": (1 + 1.6 * Math.min(3, Math.abs(state.w[p]))).toFixed(2) });
            line.classList.toggle("negative", state.w[p] < 0);
        });
        [1, 2].forEach((layer) => [0, 1].forEach((unit) => {
            const { value, delta } = units[layer][unit];
            const there = known(layer === 1 ? "hidden" : "outputs");
            const back = known(layer === 1 ? "hidden deltas" : "output deltas");
            Explore.setText(value, there ? Explore.number(now.y[layer][unit]) : "");
            Explore.setText(delta, back ? `δ ${Explore.number(now.delta[layer][unit])}` : "");
        }));
        inputs.forEach((value, i) => Explore.setText(value, Explore.number(state.x[i], 2)));
        targets.forEach((value, i) => Explore.setText(value, Explore.number(state.t[i], 2)));
        Explore.setText(error, known("outputs") ? `E = ${Explore.number(now.E)}` : "");
        const { length } = state.errors;
        Explore.setText(updates, length ? `after ${length} update${length === 1 ? "" : "s"}` : "");
        tells.forEach((tell) => tell());
    };
    return { element, show };
};

// E over the weight that was touched last: the curve, the tangent, and where a step leads.
Explore.errorOverOne = (width, { stage, state, parameters, passes, setWeight }) => {
    const low = -8;
    const high = 8;
    const count = 161;
    const places = Array.from({ length: count }, (_, i) => low + (high - low) * i / (count - 1));
    const plot = new Explore.Plot({ width, height: 260, x: [low, high], y: [0, 0.5],
        xLabel: "the weight", yLabel: "E", label: "E over one weight, with its tangent" });
    const title = Explore.svg("text", { class: "note strong", x: plot.left + 10, y: plot.top + 18 });
    plot.element.append(title);
    const curve = plot.curve("");
    const tangent = plot.curve("tangent");
    const step = plot.curve("step");
    const hand = plot.dot("hand-dot", 8, plot.hands);
    const tell = Explore.slider(hand.element, {
        value: () => state.w[state.chosen], set: setWeight, range: [low, high], step: 0.05,
        name: "the weight on the curve of E", at: (x) => plot.atX(x),
        text: () => `${Explore.aloud(parameters[state.chosen].name)} is ` +
            `${Explore.number(state.w[state.chosen], 2)}, E is ${Explore.number(passes().E)}, slope ` +
            Explore.number(passes().gradient[state.chosen]),
    });
    const show = () => {
        const errors = stage.program.call("network_error_over_one", state.w, state.x, state.t,
            state.chosen, low, high, count);
        const top = Explore.ticks(0, Math.max(...errors.filter(Number.isFinite), 0.05) * 1.08, 4);
        plot.zoom([low, high], [0, top.at(-1) + (top[1] - top[0])]);
        const { E, gradient } = passes();
        const w = state.w[state.chosen];
        const slope = gradient[state.chosen];
        const name = parameters[state.chosen].name;
        curve.set(places, errors);
        tangent.set([w - 3, w + 3], [E - 3 * slope, E + 3 * slope]);
        step.set([w, w - state.eta * slope], [E, E]);
        hand.set(Math.min(high, Math.max(low, w)), E);
        Explore.setText(title, `E over ${name}: slope ${Explore.number(slope)} at ` +
            Explore.number(w, 2));
        tell();
    };
    return { element: plot.element, show };
};
