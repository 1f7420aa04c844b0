// Chapter 10: draw a digit, see what the network sees, and what it makes of it.
"use strict";

{
    const side = 8; // pixels of what the network sees
    const grid = 64; // of what it is cut out from
    const pen = 0.09; // width, as a share of the pad

    Explore.figures.drawing = (stage) => {
        // Strokes in shares of the pad, so that they survive another width of the page.
        const state = { strokes: [], at: [0.5, 0.2], down: false, read: null };
        let show = () => {};

        return (width) => {
            const size = Math.min(300, width);
            const scale = window.devicePixelRatio || 1;
            const pad = Explore.html("canvas", { class: "pad", width: size * scale,
                height: size * scale, style: `width: ${size}px; height: ${size}px`, tabindex: 0,
                role: "application", "aria-label": "Drawing pad: arrow keys move the pen, space " +
                    "lowers and lifts it" });
            const seen = Explore.svg("svg", { class: "seen", width: 160, height: 160,
                viewBox: `0 0 ${side} ${side}`, role: "img",
                "aria-label": "What the network sees: 8 by 8 shades" });
            const pixels = Array.from({ length: side * side }, (_, i) => Explore.svg("rect",
                { x: i % side, y: Math.floor(i / side), width: 1.02, height: 1.02, class: "pixel" }));
            seen.append(...pixels);
            const table = Explore.html("table", { class: "numbers bars" },
                Explore.html("caption", {}, "Probabilities"));
            const bars = Array.from({ length: 10 }, (_, digit) => {
                const bar = Explore.html("i", {});
                const value = Explore.html("td", { class: "number" });
                const row = table.insertRow();
                row.append(Explore.html("th", { scope: "row" }, String(digit)),
                    Explore.html("td", {}, bar), value);
                return { row, bar, value };
            });
            const told = Explore.html("p", { class: "tell" });
            const buttons = Explore.html("div", { class: "buttons" },
                Explore.button("Wipe", () => {
                    Object.assign(state, { strokes: [], down: false, read: null });
                    show();
                }),
                Explore.button("Undo", () => {
                    state.strokes.pop();
                    state.down = false;
                    read();
                }));
            stage.element.replaceChildren(Explore.html("div", { class: "side" },
                Explore.html("div", {}, pad, buttons),
                Explore.html("div", {}, Explore.html("p", { class: "tell" }, "What it sees"), seen),
                table), told);

            const paint = (context, pixelsWide, colour) => {
                context.clearRect(0, 0, pixelsWide, pixelsWide);
                Object.assign(context, { lineWidth: pen * pixelsWide, lineCap: "round",
                    lineJoin: "round", strokeStyle: colour });
                for (const stroke of state.strokes) {
                    context.beginPath();
                    context.moveTo(stroke[0][0] * pixelsWide, stroke[0][1] * pixelsWide);
                    stroke.forEach(([x, y]) => context.lineTo(x * pixelsWide, y * pixelsWide));
                    context.stroke();
                }
            };
            const small = document.createElement("canvas");
            small.width = small.height = grid;
            const read = () => {
                const context = small.getContext("2d", { willReadFrequently: true });
                paint(context, grid, "#000");
                const { data } = context.getImageData(0, 0, grid, grid);
                const shades = Array.from({ length: grid * grid }, (_, i) => 1 - data[4 * i + 3] / 255);
                if (shades.some((shade) => shade < 0.5)) {
                    const take = Explore.taking(stage.program.call("digit_read", grid, shades));
                    state.read = { seen: take(side * side), p: take(10) };
                } else {
                    state.read = null;
                }
                show();
            };
            show = () => {
                const context = pad.getContext("2d");
                paint(context, size * scale, getComputedStyle(pad).color);
                const [x, y] = state.at.map((share) => share * size * scale);
                context.beginPath();
                context.arc(x, y, 5 * scale, 0, 7);
                context.lineWidth = 2 * scale;
                context.strokeStyle = getComputedStyle(table).getPropertyValue("--back");
                document.activeElement === pad && context.stroke();
                const { seen: shades, p } = state.read || { seen: [], p: [] };
                pixels.forEach((pixel, i) =>
                    Explore.set(pixel, { "fill-opacity": (shades[i] || 0).toFixed(3) }));
                const best = p.indexOf(Math.max(...p)); // -1 if they are no numbers
                bars.forEach(({ row, bar, value }, digit) => {
                    const share = p[digit] || 0;
                    bar.style.width = `${(100 * share).toFixed(1)}%`;
                    value.textContent = state.read ? `${Explore.number(100 * p[digit], 1)} %` : "";
                    row.classList.toggle("best", digit === best);
                });
                const text = state.read ? (best < 0 ? "No digit is read." : `This is a ${best}.`)
                    : "Draw a digit: with the mouse, a finger, or arrow keys and space.";
                told.textContent = text;
                stage.say(best >= 0 ? `${text} ${Explore.number(100 * p[best], 1)} per cent`
                    : `${text} The pen is ${state.down ? "down" : "up"}`);
            };

            // --- the pen ---------------------------------------------------------------------------

            const within = (share) => Math.min(1 - pen / 2, Math.max(pen / 2, share));
            const goOn = (point, drawing) => {
                state.at = point.map(within);
                if (drawing) {
                    state.strokes.at(-1).push(state.at);
                }
                read();
            };
            const begin = () => state.strokes.push([state.at]);
            pad.addEventListener("keydown", (event) => {
                if (event.key === " ") {
                    event.preventDefault();
                    state.down = !state.down;
                    state.down && begin();
                    read();
                }
            });
            Explore.byKeys(pad, (across, up, large) => goOn([state.at[0] +
                across * (large ? 0.1 : 0.03), state.at[1] - up * (large ? 0.1 : 0.03)], state.down),
            () => goOn([0.5, 0.2], false));
            const share = ({ clientX, clientY }) => {
                const box = pad.getBoundingClientRect();
                return [(clientX - box.left) / box.width, (clientY - box.top) / box.height];
            };
            let pressed = false;
            pad.addEventListener("pointerdown", (event) => {
                pad.setPointerCapture(event.pointerId);
                pressed = true;
                state.down = false;
                state.at = share(event).map(within);
                begin();
                read();
            });
            pad.addEventListener("pointermove", (event) => pressed && goOn(share(event), true));
            for (const end of ["pointerup", "pointercancel"]) {
                pad.addEventListener(end, () => { pressed = false; });
            }
            pad.addEventListener("focus", () => show());
            pad.addEventListener("blur", () => show());
            stage.recompute = read;
            read();
        };
    };
}
