// What the pages do: light and dark, the contents on a narrow screen, animations that pause,
// code that can be copied, the gallery. Without scripts all of the text is still there.
"use strict";

const root = document.documentElement;

// --- light and dark ---------------------------------------------------------------------------

const theme = document.getElementById("theme");
const showTheme = (dark) => {
    root.classList.toggle("dark-mode", dark);
    root.classList.toggle("light-mode", !dark);
    theme.textContent = dark ? "Light" : "Dark";
    theme.setAttribute("aria-label", dark ? "Light colours" : "Dark colours");
};
showTheme(root.classList.contains("dark-mode"));
theme.hidden = false;
theme.addEventListener("click", () => {
    const dark = !root.classList.contains("dark-mode");
    showTheme(dark);
    try {
        localStorage.setItem("theme", dark ? "dark" : "light");
    } catch (error) {
        // A browser that keeps nothing shows the system's choice on the next page.
    }
});

// --- contents -----------------------------------------------------------------------------------

const menu = document.getElementById("menu");
const book = document.getElementById("book");
const openBook = (open) => {
    book.classList.toggle("open", open);
    menu.setAttribute("aria-expanded", String(open));
};
menu.addEventListener("click", () => openBook(!book.classList.contains("open")));
book.addEventListener("click", (event) => {
    if (event.target.closest("a")) {
        openBook(false);
    }
});
document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && book.classList.contains("open")) {
        openBook(false);
        menu.focus();
    }
});
// On a narrow screen the contents lie over the text: who goes on to it sees it.
book.addEventListener("focusout", (event) => {
    if (event.relatedTarget && event.relatedTarget !== menu &&
        !book.contains(event.relatedTarget)) {
        openBook(false);
    }
});
// The place in the book is in sight, also in a long list.
const current = book.querySelector("[aria-current]");
if (current && current.offsetTop > book.clientHeight / 2) {
    book.scrollTop = current.offsetTop - book.clientHeight / 3;
}

// The contents say which section is read: the last one whose heading has passed the top.
const sectionLinks = [...book.querySelectorAll("ul ul a[href^='#']")]
    .map((link) => [link, document.getElementById(decodeURIComponent(link.hash.slice(1)))])
    .filter(([, heading]) => heading);
if (sectionLinks.length > 0) {
    let shown = null;
    const follow = () => {
        const top = document.getElementById("bar").offsetHeight + 24;
        const passed = sectionLinks.filter(([, heading]) => heading.getBoundingClientRect().top <= top);
        const link = passed.at(-1)?.[0] ?? null;
        if (link === shown) {
            return;
        }
        shown?.removeAttribute("aria-current");
        link?.setAttribute("aria-current", "location");
        shown = link;
        if (link && (link.offsetTop < book.scrollTop ||
                     link.offsetTop + link.offsetHeight > book.scrollTop + book.clientHeight)) {
            book.scrollTop = link.offsetTop - book.clientHeight / 3;
        }
    };
    let waits = false;
    addEventListener("scroll", () => {
        if (!waits) {
            waits = true;
            requestAnimationFrame(() => {
                waits = false;
                follow();
            });
        }
    }, { passive: true });
    follow();
}

// --- turning pages ------------------------------------------------------------------------------

document.addEventListener("keydown", (event) => {
    const turned = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
    const scrollsOrTypes =
        "input, textarea, select, dialog, [contenteditable], .contents [tabindex]";
    if (turned && !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey &&
        !event.target.closest(scrollsOrTypes)) {
        document.querySelector(`nav.pages a.${turned}`)?.click();
    }
});

// --- animations ---------------------------------------------------------------------------------

const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
const addPause = (figure) => {
    const button = document.createElement("button");
    button.type = "button";
    const show = (paused) => {
        figure.classList.toggle("paused", paused);
        button.textContent = paused ? "Play the animation" : "Pause the animation";
    };
    button.addEventListener("click", () => show(!figure.classList.contains("paused")));
    figure.querySelector("figcaption").prepend(button);
    show(calm);
};
for (const figure of document.querySelectorAll("figure.animated")) {
    if (!figure.closest("[hidden]")) {
        addPause(figure);
    }
}

// --- code ---------------------------------------------------------------------------------------

for (const fragment of document.querySelectorAll(".contents div.fragment")) {
    const frame = document.createElement("div");
    frame.className = "fragment-frame";
    fragment.replaceWith(frame);
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
        const lines = [...fragment.querySelectorAll(".line")].map((line) => {
            const copy = line.cloneNode(true);
            copy.querySelectorAll(".lineno").forEach((number) => number.remove());
            return copy.textContent.replace(/\u00a0/g, " ");
        });
        try {
            await navigator.clipboard.writeText(lines.join("\n") + "\n");
            button.textContent = "Copied";
        } catch (error) {
            button.textContent = "Not allowed here";
        }
        setTimeout(() => { button.textContent = "Copy"; }, 1500);
    });
    frame.append(fragment, button);
}

// --- what scrolls by itself can be scrolled by keys ----------------------------------------------

const scrollers = [[".contents table.markdownTable", "Table"], [".contents div.fragment", "Code"],
                   [".contents div.memproto", "Declaration"],
                   [".contents p.formulaDsp", "Formula"]];
// Where something goes on to the right, its edge fades.
const showMore = (box) => {
    box.classList.toggle("more", box.scrollLeft + box.clientWidth < box.scrollWidth - 1);
};
const reachScrollers = () => {
    for (const [selector, name] of scrollers) {
        for (const box of document.querySelectorAll(selector)) {
            const scrolls = box.scrollWidth > box.clientWidth + 1;
            showMore(box);
            if (scrolls && !box.hasAttribute("tabindex")) {
                box.tabIndex = 0;
                if (box.tagName !== "TABLE") {
                    box.setAttribute("role", "group");
                    box.setAttribute("aria-label", name);
                }
            } else if (!scrolls && box.hasAttribute("tabindex")) {
                box.removeAttribute("tabindex");
            }
        }
    }
};
window.addEventListener("resize", reachScrollers);
window.addEventListener("load", reachScrollers);
document.fonts.ready.then(reachScrollers); // the letters of formulas come last
document.addEventListener("scroll", (event) => {
    if (event.target !== document && event.target.closest(".contents")) {
        showMore(event.target);
    }
}, { capture: true, passive: true });

// --- notes in the margin ----------------------------------------------------------------------------

// A note stands beside the text that follows it. Where that is shorter than the note, the note begins
// higher, beside the text before it; where there is not enough of that either, it is a box in the text.
// Otherwise a figure below it would leave a band of the page empty.
const notesOfSources = [...document.querySelectorAll("aside.in_source")];
const hasMargin = matchMedia("(min-width: 1200px)");
const isWords = (element) => element?.matches("p:not(.formulaDsp), ul, ol, blockquote");
const boxOf = (element) => element.getBoundingClientRect();
const placeNotes = () => {
    for (const note of notesOfSources) {
        note.style.marginTop = "";
        note.classList.remove("boxed");
        if (!hasMargin.matches || note.offsetHeight === 0) {
            continue;
        }
        let last = note.previousElementSibling;
        for (let next = note.nextElementSibling; isWords(next); next = next.nextElementSibling) {
            last = next;
        }
        let first = note;
        while (isWords(first.previousElementSibling)) {
            first = first.previousElementSibling;
        }
        const missing = boxOf(note).bottom - (last ? boxOf(last).bottom : boxOf(note).top);
        if (missing > boxOf(note).top - boxOf(first).top + 8) {
            note.classList.add("boxed");
        } else if (missing > 0) {
            note.style.marginTop = `${-missing}px`;
        }
    }
};
window.addEventListener("resize", placeNotes);
document.fonts.ready.then(placeNotes);
document.addEventListener("toggle", placeNotes, true); // an answer that opens may hold one

// --- gallery ------------------------------------------------------------------------------------

const items = [...document.querySelectorAll("ul.gallery > li")];
if (items.length > 0) {
    const dialog = document.createElement("dialog");
    dialog.setAttribute("aria-label", "Figure");
    document.body.append(dialog);
    let shown = 0;
    const button = (text, action) => {
        const made = document.createElement("button");
        made.type = "button";
        made.textContent = text;
        made.addEventListener("click", action);
        return made;
    };
    const show = (index) => {
        shown = (index + items.length) % items.length;
        content.replaceChildren(
            ...items[shown].querySelector(".large").cloneNode(true).childNodes);
        const figure = content.querySelector("figure.animated");
        if (figure) {
            addPause(figure);
        }
        dialog.scrollTop = 0;
    };
    const controls = document.createElement("div");
    controls.className = "controls";
    controls.append(button("Previous", () => show(shown - 1)),
                    button("Next", () => show(shown + 1)),
                    button("Close", () => dialog.close()));
    const content = document.createElement("div");
    dialog.append(controls, content);
    dialog.addEventListener("keydown", (event) => {
        const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
        if (step) {
            event.preventDefault();
            show(shown + step);
        }
    });
    dialog.addEventListener("click", (event) => {
        if (event.target === dialog) {
            dialog.close();
        }
    });
    dialog.addEventListener("close", () => items[shown].querySelector("a.small").focus());
    items.forEach((item, index) => {
        item.querySelector("a.small").addEventListener("click", (event) => {
            event.preventDefault();
            show(index);
            dialog.showModal();
        });
    });
}
