// Buttons, ranges and choices below a drawing.
"use strict";

Explore.button = (text, pressed, attributes = {}) => {
    const button = Explore.html("button", { type: "button", ...attributes }, text);
    button.addEventListener("click", pressed);
    return button;
};

// A range with its name before it and its value behind it. `shown` writes the value; `scale` and
// `unscale` are for those that are not even, such as a learning rate.
Explore.range = ({ name, low, high, step, value, changed, shown, scale = (v) => v,
    unscale = (v) => v }) => {
    const input = Explore.html("input", { type: "range", min: low, max: high, step });
    const output = Explore.html("output", {});
    const title = Explore.html("span", { class: "name" });
    Explore.setText(title, name);
    const show = (number) => {
        output.textContent = shown(number);
        input.setAttribute("aria-valuetext", shown(number));
    };
    input.setAttribute("aria-label", Explore.aloud(name));
    input.value = unscale(value);
    show(value);
    input.addEventListener("input", () => {
        const number = scale(Number(input.value));
        show(number);
        changed(number);
    });
    const element = Explore.html("label", { class: "range" }, title, input, output);
    element.put = (number) => {
        input.value = unscale(number);
        show(number);
    };
    return element;
};

// A number over several powers of ten, in steps of a tenth of one.
Explore.powers = (options) => Explore.range({
    ...options,
    low: Math.log10(options.low),
    high: Math.log10(options.high),
    step: 0.1,
    scale: (power) => Number((10 ** power).toPrecision(2)),
    unscale: Math.log10,
});

Explore.choice = ({ name, options, value, changed }) => {
    const select = Explore.html("select", {},
        ...options.map(([key, text]) => Explore.html("option", { value: key }, text)));
    select.value = value;
    select.addEventListener("change", () => changed(select.value));
    return Explore.html("label", { class: "choice" },
        Explore.html("span", { class: "name" }, name), select);
};

Explore.check = ({ name, value, changed, swatch }) => {
    const input = Explore.html("input", { type: "checkbox" });
    input.checked = value;
    input.addEventListener("change", () => changed(input.checked));
    return Explore.html("label", { class: "check" }, input,
        ...(swatch ? [Explore.html("i", { class: `swatch ${swatch}` })] : []), name);
};

// A table whose cells are filled again and again; a cell is a text, with indices if need be.
Explore.table = (caption, head) => {
    const body = Explore.html("tbody");
    const element = Explore.html("table", { class: "numbers" },
        Explore.html("caption", {}, caption),
        Explore.html("thead", {}, Explore.html("tr", {}, ...head.map((text) => {
            const cell = text ? Explore.html("th", { scope: "col" }) : Explore.html("td");
            Explore.setText(cell, text);
            return cell;
        }))), body);
    element.fill = (rows) => {
        while (body.rows.length > rows.length) {
            body.deleteRow(-1);
        }
        rows.forEach((cells, i) => {
            const row = body.rows[i] || body.insertRow();
            cells.forEach((text, j) => Explore.setText(row.cells[j] || row.insertCell(), String(text)));
        });
    };
    return element;
};

// On a narrow screen a table scrolls by itself, with the keyboard too.
Explore.scrolling = (table) => Explore.html("div", { class: "scroll", tabindex: 0, role: "group",
    "aria-label": "numbers" }, table);

// The names of what is drawn, each with its colour: [[name, class], …].
Explore.legend = (entries) => Explore.html("div", { class: "row legend" },
    ...entries.map(([name, colour]) => Explore.html("span", {},
        Explore.html("i", { class: `swatch ${colour}` }), name)));
