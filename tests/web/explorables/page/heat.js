// Numbers from 0 to 1 over a plane as shades: blue near 1, orange near 0, nothing in between.
"use strict";

Explore.heat = (plot) => {
    const canvas = document.createElement("canvas");
    const image = Explore.svg("image", { preserveAspectRatio: "none", x: plot.left, y: plot.top,
        width: plot.width - plot.left - plot.right, height: plot.height - plot.top - plot.bottom });
    plot.content.prepend(image);
    const colour = (name) => {
        const text = getComputedStyle(plot.element).getPropertyValue(name).trim();
        return [1, 3, 5].map((at) => parseInt(text.slice(at, at + 2), 16));
    };
    let shades = null;
    return {
        // `values` row after row from below, as many in a row as there are rows.
        set: (values) => {
            shades = shades || { high: colour("--true"), low: colour("--false") };
            const side = Math.round(Math.sqrt(values.length));
            canvas.width = canvas.height = side;
            const context = canvas.getContext("2d");
            const pixels = context.createImageData(side, side);
            values.forEach((value, i) => {
                const at = 4 * ((side - 1 - Math.floor(i / side)) * side + i % side);
                const rgb = value > 0.5 ? shades.high : shades.low;
                pixels.data.set([...rgb, Math.round(110 * Math.min(1, Math.abs(2 * value - 1)))], at);
            });
            context.putImageData(pixels, 0, 0);
            Explore.set(image, { href: canvas.toDataURL() });
        },
    };
};
