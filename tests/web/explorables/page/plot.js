// Axes and what is drawn between them, in pixels of the page, so that letters keep their size.
"use strict";

// About `count` round numbers between two others.
Explore.ticks = (low, high, count = 5) => {
    const rough = (high - low) / count;
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = [1, 2, 5, 10].map((m) => m * power).find((s) => s >= rough * 0.999);
    const ticks = [];
    for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; ++i) {
        ticks.push(Number((i * step).toPrecision(12)));
    }
    return ticks;
};

Explore.Plot = class {
    // `x` and `y` are [low, high]; with `logY` the powers of ten are even on y. `label` says what the
    // plot shows.
    constructor({ width, height, x, y, xLabel = "", yLabel = "", logY = false, label,
        left = 52, right = 12, top = 14, bottom = 44, xTicks, yTicks }) {
        Object.assign(this, { width, height, x, y, logY, left, right, top, bottom, xTicks, yTicks });
        this.element = Explore.svg("svg", {
            class: "plot", width, height, viewBox: `0 0 ${width} ${height}`, role: "group",
            "aria-label": label,
        });
        this.grid = Explore.svg("g", { class: "grid", "aria-hidden": "true" });
        const clip = `explore-clip-${Explore.Plot.count = (Explore.Plot.count || 0) + 1}`;
        this.content = Explore.svg("g", { "clip-path": `url(#${clip})` });
        this.hands = Explore.svg("g");
        this.element.append(
            Explore.svg("defs", {}, Explore.svg("clipPath", { id: clip },
                Explore.svg("rect", { x: left, y: top, width: width - left - right,
                    height: height - top - bottom }))),
            this.grid, this.content, this.hands);
        const axisLabel = (text, attributes) => {
            const element = Explore.svg("text", { class: "axis", "aria-hidden": "true", ...attributes });
            Explore.setText(element, text);
            this.element.append(element);
        };
        axisLabel(xLabel, { x: (left + width - right) / 2, y: height - 6, "text-anchor": "middle" });
        axisLabel(yLabel, { x: 14, y: (top + height - bottom) / 2, "text-anchor": "middle",
            transform: `rotate(-90 14 ${(top + height - bottom) / 2})` });
        this.axes();
    }

    up(value) {
        return this.logY ? Math.log10(Math.max(value, 1e-300)) : value;
    }

    X(value) {
        const [low, high] = this.x;
        return this.left + (value - low) / (high - low) * (this.width - this.left - this.right);
    }

    Y(value) {
        const [low, high] = this.y.map((v) => this.up(v));
        const height = this.height - this.top - this.bottom;
        const place = this.top + (high - this.up(value)) / (high - low) * height;
        return Math.min(1e5, Math.max(-1e5, place)); // what lies far outside is drawn outside
    }

    atX(pixel) {
        const [low, high] = this.x;
        return low + (pixel - this.left) / (this.width - this.left - this.right) * (high - low);
    }

    atY(pixel) {
        const [low, high] = this.y;
        return high - (pixel - this.top) / (this.height - this.top - this.bottom) * (high - low);
    }

    // Other ends of the axes.
    zoom(x, y) {
        if (String([x, y]) !== String([this.x, this.y])) {
            this.x = x;
            this.y = y;
            this.axes();
        }
    }

    axes() {
        const { left, right, top, bottom, width, height } = this;
        const parts = [];
        const line = (x1, y1, x2, y2, kind) =>
            parts.push(Explore.svg("line", { x1, y1, x2, y2, class: kind }));
        const text = (content, x, y, anchor) => parts.push(
            Explore.svg("text", { x, y, "text-anchor": anchor }, content));
        const written = (value) => String(value).replace("-", "−");
        const across = Math.max(2, Math.min(8, Math.floor((width - left - right) / 60)));
        for (const tick of this.xTicks || Explore.ticks(...this.x, across)) {
            line(this.X(tick), top, this.X(tick), height - bottom, tick === 0 ? "zero" : "");
            text(written(tick), this.X(tick), height - bottom + 16, "middle");
        }
        const upwards = Math.max(2, Math.floor((height - top - bottom) / 45));
        if (this.logY) {
            const [low, high] = this.y.map((v) => Math.round(Math.log10(v)));
            const every = Math.ceil((high - low) / upwards);
            for (let power = low; power <= high; power += every) {
                line(left, this.Y(10 ** power), width - right, this.Y(10 ** power), "");
                const label = Explore.svg("text", { x: left - 6, y: this.Y(10 ** power) + 4,
                    "text-anchor": "end" }, "10", Explore.svg("tspan", { dy: "-0.4em", class: "index" },
                    written(power)));
                parts.push(label);
            }
        } else {
            for (const tick of this.yTicks || Explore.ticks(...this.y, upwards)) {
                line(left, this.Y(tick), width - right, this.Y(tick), tick === 0 ? "zero" : "");
                text(written(tick), left - 6, this.Y(tick) + 4, "end");
            }
        }
        parts.push(Explore.svg("rect", { x: left, y: top, width: width - left - right,
            height: height - top - bottom, class: "frame" }));
        this.grid.replaceChildren(...parts);
    }

    // A line through points; set(xs, ys) moves it. A gap is where a number is not finite.
    curve(kind) {
        const path = Explore.svg("path", { class: `curve ${kind}` });
        this.content.append(path);
        return {
            element: path,
            set: (xs, ys) => {
                let draw = "M";
                let open = false;
                const parts = [];
                for (let i = 0; i < xs.length; ++i) {
                    if (Number.isFinite(ys[i]) && Number.isFinite(xs[i])) {
                        draw = open ? "L" : "M";
                        parts.push(`${draw}${this.X(xs[i]).toFixed(2)} ${this.Y(ys[i]).toFixed(2)}`);
                        open = true;
                    } else {
                        open = false;
                    }
                }
                Explore.set(path, { d: parts.join("") });
            },
        };
    }

    // A mark; set(x, y) moves it. Where a number is not finite there is none, but what a reader can
    // move waits on the lower edge.
    dot(kind, radius = 5, inside = this.content) {
        const circle = Explore.svg("circle", { class: `dot ${kind}`, r: radius });
        inside.append(circle);
        return { element: circle, set: (x, y) => {
            const there = Number.isFinite(x) && Number.isFinite(y);
            const waits = !there && circle.getAttribute("role") === "slider";
            const [at, up] = [waits && !Number.isFinite(x) ? this.x[0] : x, waits ? this.y[0] : y];
            Explore.set(circle, there || waits ? { cx: this.X(at), cy: this.Y(up), display: null }
                : { display: "none" });
        } };
    }

    // A text; put(x, y, text) moves it.
    note(kind = "", anchor = "start") {
        const element = Explore.svg("text", { class: `note ${kind}`, "text-anchor": anchor });
        this.content.append(element);
        return { element, put: (x, y, text) => {
            const there = Number.isFinite(x) && Number.isFinite(y);
            Explore.set(element, there ? { x: this.X(x), y: this.Y(y), display: null }
                : { display: "none" });
            Explore.setText(element, text);
        } };
    }
};
