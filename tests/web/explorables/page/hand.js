// What can be moved: with the mouse, a finger, or the keyboard.
"use strict";

// Makes `element` a slider over one number.
//   value()          the number now
//   set(number)      called with every new one, within `range`
//   range            [low, high]
//   step             of an arrow key; PageUp and PageDown make ten of them
//   name             as it is read aloud
//   text()           what is read aloud with it
//   at(x, y)         the number at a place of the drawing; without it a pixel to the right or up
//                    is worth `perPixel`
//   chosen()         called when it gets the focus or is taken
Explore.slider = (element, { value, set, range, step, name, text, at, perPixel, chosen, home }) => {
    const [low, high] = range;
    const tell = () => Explore.set(element, {
        "aria-valuenow": Number(value().toFixed(6)),
        "aria-valuetext": text ? text() : Explore.number(value(), 2),
    });
    const move = (number) => {
        const rounded = Math.round(Math.min(high, Math.max(low, number)) * 1e6) / 1e6;
        if (rounded !== value()) {
            set(rounded);
        }
    };
    Explore.set(element, {
        role: "slider", tabindex: 0, "aria-label": name, "aria-valuemin": low, "aria-valuemax": high,
    });
    element.classList.add("hand");
    tell();
    Explore.byKeys(element, (across, up, large) => {
        move(Math.round((value() + (across + up) * step * (large ? 10 : 1)) / step) * step);
    }, () => home !== undefined && move(home));
    Explore.byPointer(element, (start, point) => {
        move(at ? at(point.x, point.y)
            : start.held + ((point.x - start.x) - (point.y - start.y)) * perPixel);
    }, value);
    element.addEventListener("focus", () => chosen && chosen());
    return tell;
};

// Makes `element` a point that can be moved in both directions; pressed() is for one that is pressed
// without being moved, or by Enter.
Explore.point = (element, { value, set, xRange, yRange, step, name, text, at, home, pressed }) => {
    const within = (number, [low, high]) => Math.min(high, Math.max(low, number));
    const tell = () => Explore.set(element, {
        "aria-valuenow": Number(value()[0].toFixed(6)),
        "aria-valuetext": text ? text() : value().map((number) => Explore.number(number, 2)).join(", "),
    });
    const move = (x, y) => set([within(x, xRange), within(y, yRange)]
        .map((number) => Math.round(number * 1e6) / 1e6));
    Explore.set(element, {
        role: "slider", tabindex: 0, "aria-label": name, "aria-roledescription": "point of the plane",
        "aria-valuemin": xRange[0], "aria-valuemax": xRange[1],
    });
    element.classList.add("hand");
    tell();
    Explore.byKeys(element, (across, up, large) => {
        const [x, y] = value();
        move(x + across * step * (large ? 10 : 1), y + up * step * (large ? 10 : 1));
    }, () => home !== undefined && move(...home));
    Explore.byPointer(element, (start, point) => move(...at(point.x, point.y)), () => 0, pressed);
    element.addEventListener("keydown", (event) => {
        if (pressed && (event.key === "Enter" || event.key === " ")) {
            event.preventDefault();
            pressed();
        }
    });
    return tell;
};

// by(across, up, large): arrow keys are steps of one; home() is for the Home key.
Explore.byKeys = (element, by, home) => {
    const keys = {
        ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1],
        PageUp: [0, 1, true], PageDown: [0, -1, true],
    };
    element.addEventListener("keydown", (event) => {
        const key = keys[event.key];
        if (event.ctrlKey || event.metaKey || event.altKey || (!key && event.key !== "Home")) {
            return;
        }
        // The book turns its pages with arrow keys; here they move what has the focus.
        event.preventDefault();
        event.stopPropagation();
        if (key) {
            by(key[0], key[1], Boolean(key[2]) || event.shiftKey);
        } else {
            home();
        }
    });
};

// by(start, point): `start` is where it was taken, with what held() gave then. pressed() is called if
// it was let go where it was taken.
Explore.byPointer = (element, by, held, pressed) => {
    let start = null;
    const place = (event) => {
        const drawing = element.ownerSVGElement || element;
        const box = drawing.getBoundingClientRect();
        return { x: event.clientX - box.left, y: event.clientY - box.top };
    };
    element.addEventListener("pointerdown", (event) => {
        if (event.button === 0) {
            event.preventDefault();
            element.setPointerCapture(event.pointerId);
            element.focus({ preventScroll: true });
            start = { ...place(event), held: held() };
            element.classList.add("held");
        }
    });
    element.addEventListener("pointermove", (event) => {
        if (start) {
            const point = place(event);
            start.moved = start.moved || Math.hypot(point.x - start.x, point.y - start.y) > 3;
            if (start.moved) {
                by(start, point);
            }
        }
    });
    element.addEventListener("pointerup", () => {
        if (start && !start.moved && pressed) {
            pressed();
        }
    });
    for (const end of ["pointerup", "pointercancel", "lostpointercapture"]) {
        element.addEventListener(end, () => {
            start = null;
            element.classList.remove("held");
        });
    }
};
