// The figures that a reader can touch. Until one is touched its still stands there and nothing else
// is loaded; so it is without scripts and on paper. A page reads this file if it has such figures.
"use strict";

const Explore = {
    figures: {},  // what draws them, by their names; chapters' scripts put them in
    modules: {},  // the chapters' WebAssembly, as base64, by the chapter's folder
    parts: ["program.js", "svg.js", "hand.js", "controls.js", "plot.js", "heat.js", "line.js",
        "own.js", "stage.js"],

    // A page that compiles what a reader writes offers it here, whenever it has compiled something:
    // module() promises the WebAssembly, `steps` has the steps of the functions in `namespace`, and isChosen() and choose(own)
    // remember who draws.
    own: null,
    offerOwn: (own) => {
        Explore.own = own;
        document.dispatchEvent(new Event("own"));
    },
};

{
    const folder = document.currentScript.src.replace(/[^/]*$/, "");
    const loading = new Map();

    const load = (name) => {
        if (!loading.has(name)) {
            loading.set(name, new Promise((done, failed) => {
                const script = document.createElement("script");
                script.src = folder + name;
                script.async = false; // several are run in the order in which they are asked for
                script.onload = done;
                script.onerror = () => failed(new Error(`${name} could not be read`));
                document.head.append(script);
            }));
        }
        return loading.get(name);
    };

    const open = async (container, button) => {
        button.disabled = true;
        const { explorable, chapter } = container.dataset;
        try {
            await Promise.all([...Explore.parts, `${chapter}.js`, `${chapter}.wasm.js`].map(load));
            await Explore.stage(container, explorable, chapter);
            button.remove();
        } catch (error) {
            console.error(error);
            container.classList.remove("open");
            container.querySelectorAll(".live").forEach((live) => live.remove());
            button.disabled = false;
            button.textContent = `This figure cannot be opened (${error.message}). Try again`;
        }
    };

    for (const container of document.querySelectorAll(".explorable")) {
        const picture = container.querySelector("figure > .picture");
        const button = document.createElement("button");
        button.type = "button";
        button.className = "touch";
        button.textContent = "Touch this figure";
        const begin = () => open(container, button);
        button.addEventListener("click", begin);
        if (picture) {
            picture.after(button);
            picture.addEventListener("click", (event) => {
                if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
                    event.preventDefault();
                    begin();
                }
            });
        } else {
            container.append(button);
        }
    }
}
