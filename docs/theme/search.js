// Full-text search. The sections' text comes from search-index.js, which is loaded when somebody
// searches; words of any language are found, also parts of words.
"use strict";

(() => {
    const shownAtMost = 30;
    const excerptLength = 160;
    const form = document.getElementById("search");
    const query = document.getElementById("query");
    const panel = document.getElementById("found");
    const count = document.getElementById("foundcount");
    const list = panel.querySelector("ol");
    form.hidden = false;

    const plain = (text) => text.normalize("NFC").toLowerCase();

    let sections = null;
    let loading = null;
    const load = () => {
        loading ??= new Promise((resolve, reject) => {
            const script = document.createElement("script");
            script.src = "search-index.js";
            script.onload = () => {
                sections = window.bookSections.map(([page, section, link, words]) => ({
                    page, section, link, words,
                    titlePlain: plain(`${page} ${section}`), wordsPlain: plain(words),
                }));
                resolve();
            };
            script.onerror = () => reject(new Error("search-index.js is missing"));
            document.head.append(script);
        });
        return loading;
    };

    // A section must hold every word. The words together, and words in a title, count for more.
    const points = (section, words, phrase) => {
        let sum = 0;
        for (const word of words) {
            const inTitle = section.titlePlain.includes(word);
            const times = section.wordsPlain.split(word).length - 1;
            if (!inTitle && times === 0) {
                return 0;
            }
            sum += (inTitle ? 8 : 0) + Math.min(times, 5);
        }
        if (words.length > 1) {
            sum += section.titlePlain.includes(phrase) ? 30 : 0;
            sum += section.wordsPlain.includes(phrase) ? 20 : 0;
        }
        return sum;
    };

    // The text around the first hit, the words that were looked for marked in it.
    const excerpt = (section, words, phrase) => {
        let at = section.wordsPlain.indexOf(phrase);
        if (at < 0) {
            at = Math.max(0, ...words.slice(0, 1).map((word) => section.wordsPlain.indexOf(word)));
        }
        let from = Math.max(0, at - excerptLength / 3);
        if (from > 0) {
            from = section.words.indexOf(" ", from) + 1;
        }
        const text = section.words.slice(from, from + excerptLength);
        const line = document.createElement("span");
        line.append(from > 0 ? "… " : "");
        const lower = plain(text);
        let rest = 0;
        while (rest < text.length) {
            const hits = words.map((word) => [lower.indexOf(word, rest), word.length])
                .filter(([place]) => place >= 0).sort((a, b) => a[0] - b[0] || b[1] - a[1]);
            if (hits.length === 0 || lower.length !== text.length) {
                break;
            }
            const [place, length] = hits[0];
            const mark = document.createElement("mark");
            mark.textContent = text.slice(place, place + length);
            line.append(text.slice(rest, place), mark);
            rest = place + length;
        }
        line.append(text.slice(rest), from + excerptLength < section.words.length ? " …" : "");
        return line;
    };

    const close = () => {
        panel.hidden = true;
        list.replaceChildren();
    };

    const search = async () => {
        const phrase = plain(query.value).trim().replace(/\s+/g, " ");
        if (phrase === "") {
            close();
            return;
        }
        try {
            await load();
        } catch (error) {
            count.textContent = `Nothing can be found: ${error.message}.`;
            panel.hidden = false;
            return;
        }
        if (phrase !== plain(query.value).trim().replace(/\s+/g, " ")) {
            return; // somebody has gone on typing
        }
        const words = phrase.split(" ");
        const hits = sections.map((section) => [points(section, words, phrase), section])
            .filter(([sum]) => sum > 0).sort((a, b) => b[0] - a[0]);
        count.textContent = hits.length === 0 ? `Nothing holds "${query.value.trim()}".`
            : `${hits.length} section${hits.length === 1 ? "" : "s"}` +
              (hits.length > shownAtMost ? `, the best ${shownAtMost}` : "");
        list.replaceChildren(...hits.slice(0, shownAtMost).map(([, section]) => {
            const item = document.createElement("li");
            const link = document.createElement("a");
            link.href = section.link;
            const title = document.createElement("b");
            title.textContent = section.section || section.page;
            const page = document.createElement("small");
            page.textContent = section.section ? section.page : "";
            link.append(title, page, excerpt(section, words, phrase));
            link.addEventListener("click", close);
            item.append(link);
            return item;
        }));
        panel.hidden = false;
        panel.scrollTop = 0;
    };

    query.addEventListener("focus", () => { load().catch(() => {}); });
    query.addEventListener("input", search);
    form.addEventListener("submit", (event) => {
        event.preventDefault();
        list.querySelector("a")?.click();
    });

    document.addEventListener("keydown", (event) => {
        const typing = event.target.closest("input, textarea, select, [contenteditable]");
        if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
            event.preventDefault();
            query.focus();
            query.select();
        } else if (event.key === "Escape" && !panel.hidden) {
            close();
            query.focus();
        } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !panel.hidden &&
                   (event.target === query || panel.contains(event.target))) {
            event.preventDefault();
            const stops = [query, ...list.querySelectorAll("a")];
            const next = stops.indexOf(event.target) + (event.key === "ArrowDown" ? 1 : -1);
            stops[Math.max(0, Math.min(next, stops.length - 1))].focus();
        }
    });
    document.addEventListener("click", (event) => {
        if (!panel.contains(event.target) && !form.contains(event.target)) {
            close();
        }
    });
    panel.addEventListener("focusout", (event) => {
        if (event.relatedTarget && !panel.contains(event.relatedTarget) &&
            !form.contains(event.relatedTarget)) {
            close();
        }
    });
})();
