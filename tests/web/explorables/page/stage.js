// Where an explorable stands: in its figure, in place of the still.
"use strict";

// Opens one. Its script gives Explore.figures[name] = (stage) => draw, and draw(width) fills the
// stage; it is called again when the width changes.
Explore.stage = async (container, name, chapter) => {
    const program = await Explore.Program.of(chapter);
    const live = Explore.html("div", { class: "live", role: "group",
        "aria-label": "A figure to touch" });
    const drawing = Explore.html("div", { class: "drawing" });
    const said = Explore.html("p", { class: "said", role: "status" });
    const picture = container.querySelector("figure > .picture");
    const pauses = [];
    const back = Explore.button(picture ? "Still figure" : "Close", () => {
        pauses.forEach((pause) => pause());
        container.classList.remove("open");
        live.remove();
        again.hidden = false;
        again.focus();
    });
    const again = Explore.button("Touch this figure", () => {
        container.classList.add("open");
        (picture || again).after(live);
        again.hidden = true;
        resize();
        back.focus();
    }, { class: "touch" });
    again.hidden = true;
    live.append(drawing);
    (picture || container.lastElementChild).after(live, again);
    container.classList.add("open");

    let quiet = 0;
    const stage = {
        program,
        element: drawing,
        // Computes and shows all anew, because other functions are to draw.
        recompute: () => {},
        // What a figure shows follows from its state: after every change it is computed and shown anew.
        // `refresh` is the drawing's; it is another one whenever the width has changed.
        model: (compute) => {
            const model = {
                refresh: () => {},
                change: (how) => {
                    how();
                    compute();
                    model.refresh();
                },
            };
            stage.recompute = () => model.change(() => {});
            return model;
        },
        // What a screen reader says once nothing has changed for a while.
        say: (text) => {
            clearTimeout(quiet);
            quiet = setTimeout(() => { said.textContent = Explore.aloud(text); }, 500);
        },
        isStill: () => matchMedia("(prefers-reduced-motion: reduce)").matches,
        // A button that runs and pauses. `step` is called once per frame and says whether there is
        // more to do; who wants no motion gets `many` of them at once.
        runner: (text, step, many) => {
            let frame = 0;
            const show = () => {
                button.textContent = frame ? "Pause" : text;
            };
            const pause = () => {
                cancelAnimationFrame(frame);
                frame = 0;
                show();
            };
            const next = () => {
                if (document.hidden || !live.isConnected || !step()) {
                    pause();
                } else {
                    frame = requestAnimationFrame(next);
                }
            };
            const button = Explore.button(text, () => {
                if (frame) {
                    pause();
                } else if (stage.isStill()) {
                    for (let i = 0; i < many && step(); ++i);
                } else {
                    frame = requestAnimationFrame(next);
                    show();
                }
            });
            button.pause = pause;
            pauses.push(pause);
            return button;
        },
    };
    const drawnBy = Explore.drawnBy(stage);
    live.append(drawnBy.element, said, back);
    const draw = Explore.figures[name](stage);
    let width = 0;
    const resize = () => {
        const now = Math.floor(drawing.getBoundingClientRect().width);
        if (now > 0 && now !== width) {
            width = now;
            const focused = [...drawing.querySelectorAll("[tabindex], button, input, select")]
                .indexOf(document.activeElement);
            draw(width);
            if (focused >= 0) {
                const places = drawing.querySelectorAll("[tabindex], button, input, select");
                places[focused] && places[focused].focus({ preventScroll: true });
            }
        }
    };
    resize();
    drawnBy.offer();
    new ResizeObserver(resize).observe(drawing);
    // Some colours are mixed when it is drawn.
    new MutationObserver(() => width && draw(width))
        .observe(document.documentElement, { attributes: true, attributeFilter: ["class"] });
    live.tabIndex = -1;
    live.focus({ preventScroll: true });
};
