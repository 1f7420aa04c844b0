// What a link in the text leads to, shown beside it while the mouse or the focus is on it: sections,
// figures, tables, equations, works, terms. On a touch screen a link is followed at once, so there is
// none. What is shown is loaded when it is first asked for.
"use strict";

(() => {
    const pause = 250; // milliseconds on a link before something appears
    const links = ".contents a[href*='#']:not(.permalink, .picture, .small)";
    const here = location.pathname.split("/").pop() || "index.html";

    let loading = null;
    const load = () => {
        loading ??= new Promise((resolve, reject) => {
            const script = document.createElement("script");
            script.src = "previews-of-links.js";
            script.onload = () => resolve(window.bookPreviews);
            script.onerror = () => reject(new Error(`${script.src} is missing`));
            document.head.append(script);
        });
        return loading;
    };

    const box = document.createElement("div");
    box.className = "preview contents";
    box.hidden = true;
    // Who hears the page instead of seeing it follows the link.
    box.setAttribute("aria-hidden", "true");
    document.body.append(box);

    let shownFor = null;
    let waiting = 0;
    let leaving = 0;
    const hide = () => {
        clearTimeout(waiting);
        clearTimeout(leaving);
        box.hidden = true;
        shownFor = null;
    };

    // Below the link, or above it where there is more room; never out of the window.
    const place = (link) => {
        const [line] = link.getClientRects();
        const margin = 8;
        box.style.maxHeight = "";
        const below = innerHeight - line.bottom - 2 * margin;
        const above = line.top - document.getElementById("bar").offsetHeight - 2 * margin;
        const isBelow = box.offsetHeight <= below || below >= above;
        box.style.maxHeight = `${Math.max(80, isBelow ? below : above)}px`;
        box.style.left = `${Math.max(margin, Math.min(line.left,
            document.documentElement.clientWidth - box.offsetWidth - margin))}px`;
        box.style.top = `${isBelow ? line.bottom + margin : line.top - margin - box.offsetHeight}px`;
    };

    const show = async (link) => {
        const [file, label] = link.getAttribute("href").split("#");
        let previews = {};
        try {
            previews = await load();
        } catch (error) {
            return; // the link still leads there
        }
        const html = previews[`${file || here}#${decodeURIComponent(label)}`];
        if (html === undefined || shownFor !== link) {
            return;
        }
        box.innerHTML = html;
        box.hidden = false;
        place(link);
        for (const image of box.querySelectorAll("img")) {
            image.addEventListener("load", () => shownFor === link && place(link));
        }
    };

    const showSoon = (link) => {
        if (shownFor === link) {
            clearTimeout(leaving);
            return;
        }
        hide();
        shownFor = link;
        waiting = setTimeout(() => show(link), pause);
    };
    // The mouse may go on into what is shown, to scroll it.
    const hideSoon = () => {
        clearTimeout(waiting);
        clearTimeout(leaving);
        leaving = setTimeout(hide, 150);
    };

    document.addEventListener("pointerover", (event) => {
        if (event.pointerType !== "mouse") {
            return;
        }
        const link = event.target.closest(links);
        if (link) {
            showSoon(link);
        } else if (box.contains(event.target)) {
            clearTimeout(leaving);
        } else if (shownFor && shownFor !== document.activeElement) {
            hideSoon();
        }
    });
    document.addEventListener("focusin", (event) => {
        const link = event.target.closest?.(links);
        if (link?.matches(":focus-visible")) {
            showSoon(link);
        } else {
            hide();
        }
    });
    document.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && !box.hidden) {
            hide();
        }
    });
    document.addEventListener("click", hide);
    addEventListener("scroll", (event) => {
        if (event.target !== document || box.hidden) {
            return; // what is still to come is placed where its link is then
        }
        if (shownFor === document.activeElement) {
            place(shownFor);
        } else {
            hide();
        }
    }, { passive: true, capture: true });
})();
