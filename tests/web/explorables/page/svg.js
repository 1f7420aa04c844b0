// SVG elements, and texts with indices such as w_{31}.
"use strict";

Explore.svg = (tag, attributes = {}, ...children) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    Explore.set(element, attributes);
    element.append(...children);
    return element;
};

Explore.html = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    Explore.set(element, attributes);
    element.append(...children);
    return element;
};

Explore.set = (element, attributes) => {
    for (const [name, value] of Object.entries(attributes)) {
        if (value === undefined || value === null || value === false) {
            element.removeAttribute(name);
        } else if (element.getAttribute(name) !== String(value)) {
            element.setAttribute(name, value);
        }
    }
    return element;
};

// A number as the book writes it: a real minus, and no minus before zeros.
Explore.number = (value, digits = 4) => {
    if (!Number.isFinite(value)) {
        return Number.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
    }
    const text = Math.abs(value).toFixed(digits);
    return value < 0 && Number(text) !== 0 ? `−${text}` : text;
};

// In a product a negative number stands in parentheses.
Explore.factor = (value, digits = 4) => {
    const text = Explore.number(value, digits);
    return text.startsWith("−") ? `(${text})` : text;
};

// With so many digits that say something, also if it is very large or very small: 3.2e−7.
Explore.scientific = (value, digits = 3) => {
    const size = Math.abs(value);
    if (size === 0 || !Number.isFinite(size)) {
        return Explore.number(value, 0);
    }
    return size < 1e-3 || size >= 1e4
        ? value.toExponential(digits - 1).replace("e+", "e").replaceAll("-", "−")
        : Explore.number(value, Math.max(0, digits - 1 - Math.floor(Math.log10(size))));
};

// "w_{31} x" as its pieces: [text, whether it is an index].
Explore.pieces = (text) =>
    text.split(/_\{([^}]*)\}/).map((piece, i) => [piece, i % 2 === 1]).filter(([piece]) => piece);

Explore.setText = (element, text) => {
    if (element.dataset.text === text) {
        return;
    }
    element.dataset.text = text;
    const inSvg = element instanceof SVGElement;
    let lowered = false;
    element.replaceChildren(...Explore.pieces(text).map(([piece, isIndex]) => {
        if (!inSvg) {
            return isIndex ? Explore.html("sub", {}, piece) : piece;
        }
        const span = Explore.svg("tspan", isIndex ? { class: "index" } : {}, piece);
        if (isIndex !== lowered) {
            span.setAttribute("dy", isIndex ? "0.25em" : "-0.19em");
            lowered = isIndex;
        }
        return span;
    }));
};

// As it is read aloud.
Explore.aloud = (text) => text.replace(/_\{([^}]*)\}/g, "$1");
