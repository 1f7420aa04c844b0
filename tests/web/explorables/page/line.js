// The line on which a unit's weighted sum is 0, in a plane, and its two sides. The line can be moved
// by one point and turned by another; the length of w stays.
"use strict";

// The corners of a plot's part of the plane where w·x + b is above 0 (or, with `above` false, not).
Explore.halfPlane = ({ x: [left, right], y: [low, high] }, w, b, above = true) => {
    const value = ([x, y]) => (above ? 1 : -1) * (w[0] * x + w[1] * y + b);
    const corners = [[left, low], [right, low], [right, high], [left, high]];
    return corners.flatMap((corner, i) => {
        const next = corners[(i + 1) % 4];
        const [from, to] = [value(corner), value(next)];
        const crossing = from > 0 !== to > 0
            ? [corner.map((c, k) => c + (next[k] - c) * from / (from - to))] : [];
        return from > 0 ? [corner, ...crossing] : crossing;
    });
};

// unit() is { w, b }; set({ w, b }) is called when it is moved.
Explore.line = (plot, { unit, set, name, kind = "", sides = true, home }) => {
    const areas = sides ? [true, false].map((above) => {
        const area = Explore.svg("polygon", { class: above ? "side-true" : "side-false" });
        plot.content.prepend(area);
        return { area, above };
    }) : [];
    const line = plot.curve(`border ${kind}`);
    const arrow = plot.curve(`normal ${kind}`);
    const center = [0, 1].map((k) => (plot[k ? "y" : "x"][0] + plot[k ? "y" : "x"][1]) / 2);
    const reach = (plot.x[1] - plot.x[0]) * 0.3;

    const length = () => Math.hypot(...unit().w);
    const normal = () => unit().w.map((v) => v / (length() || 1));
    // The point of the line that is nearest to the middle, but within the plot.
    const foot = () => {
        const { w, b } = unit();
        const away = length() ? (w[0] * center[0] + w[1] * center[1] + b) / length() : 0;
        return center.map((c, k) => c - away * normal()[k]);
    };
    const turned = () => {
        const [nx, ny] = normal();
        const [x, y] = foot();
        return [x - ny * reach, y + nx * reach];
    };
    const rounded = (v) => Math.round(v * 1e3) / 1e3;
    const through = (point, direction) => {
        const w = direction.map((v) => rounded(v * length()));
        set({ w, b: rounded(-(w[0] * point[0] + w[1] * point[1])) });
    };
    const hand = (value, move, what) => {
        const circle = plot.dot(`hand-dot line-hand ${kind}`, 8, plot.hands);
        const tell = Explore.point(circle.element, { value, set: move, xRange: plot.x, yRange: plot.y,
            step: 0.05, home: undefined, name: `${name}: ${what}`,
            at: (x, y) => [plot.atX(x), plot.atY(y)],
            text: () => {
                const { w, b } = unit();
                return `weights ${w.map((v) => Explore.number(v, 2)).join(" and ")}, bias ` +
                    Explore.number(b, 2);
            } });
        circle.element.addEventListener("keydown", (event) => {
            if (event.key === "Home" && home) {
                set(structuredClone(home));
            }
        });
        return { circle, tell, value };
    };
    const hands = [
        hand(foot, (point) => through(point, normal()), "moves the line"),
        hand(turned, ([x, y]) => {
            const [fx, fy] = foot();
            const far = Math.hypot(x - fx, y - fy);
            if (far > 1e-6) {
                through([fx, fy], [(y - fy) / far, -(x - fx) / far]);
            }
        }, "turns the line"),
    ];
    const show = () => {
        const { w, b } = unit();
        for (const { area, above } of areas) {
            Explore.set(area, { points: (length() || b ? Explore.halfPlane(plot, w, b, above) : [])
                .map(([x, y]) => `${plot.X(x).toFixed(2)},${plot.Y(y).toFixed(2)}`).join(" ") });
        }
        const [nx, ny] = normal();
        const [x, y] = foot();
        const far = 10 * (plot.x[1] - plot.x[0]);
        line.set(length() ? [x - far * ny, x + far * ny] : [],
            length() ? [y + far * nx, y - far * nx] : []);
        const tip = reach * 0.45;
        arrow.set(length() ? [x, x + tip * nx] : [], length() ? [y, y + tip * ny] : []);
        for (const { circle, tell, value } of hands) {
            circle.set(...value());
            Explore.set(circle.element, { visibility: length() ? "visible" : "hidden" });
            tell();
        }
    };
    return { show };
};
