// The whole book on paper. A browser breaks a page before a figure that does not fit and leaves the
// rest of the page white. Here every part of the book is first set in columns of a page's size,
// which break where the pages will; a figure that would leave a gap is made a little smaller, or
// changes places with the text beside it, as a typesetter would have it.
"use strict";

(() => {
    const mm = 96 / 25.4;
    const pageWidth = 170 * mm;
    const pageHeight = 255 * mm;
    const gapThatShows = 16 * mm; // less white space at the foot of a page is nobody's trouble
    const smallest = 0.88;        // a figure is not made smaller: its indices would be below 6 pt
    const movesAtMost = 6;

    // --- what is too wide for the paper ---------------------------------------------------------

    const narrow = (element, largest) => {
        for (let size = largest; size >= 6.5 && element.scrollWidth > pageWidth + 1; size -= 0.5) {
            element.style.fontSize = `${size}pt`;
        }
    };

    // --- tables ---------------------------------------------------------------------------------

    // The head stands again on the next page; a short table is not broken, and of a long one no
    // one or two rows stand alone.
    const prepare = (table) => {
        const rows = [...table.querySelectorAll("tr")];
        const head = table.createTHead();
        head.append(rows[0]);
        const body = rows.slice(1);
        if (table.getBoundingClientRect().height < 45 * mm) {
            table.style.breakInside = "avoid";
            return;
        }
        for (const row of [...body.slice(0, 2), ...body.slice(-3, -1)]) {
            if (row.getBoundingClientRect().height < 15 * mm) {
                row.style.breakAfter = "avoid";
            }
        }
    };

    // --- figures --------------------------------------------------------------------------------

    const isText = (element) => element !== null &&
        element.matches("p, ul, ol, dl, table.markdownTable, figure.table, div.equation, " +
                        "div.fragment, div.prose") &&
        !element.querySelector(":scope > a.anchor");
    // "…, as in the figure:" stays before what it announces.
    const announces = (element) => /[:,]\s*$/.test(element.textContent);

    const floatFigures = (section) => {
        const column = (x) => Math.round((x - section.getBoundingClientRect().left) / pageWidth);
        const top = () => section.getBoundingClientRect().top;
        const ends = (element) => [...element.getClientRects()].pop();
        // The white space before a figure that begins a page; 0 where there is none.
        const gapBefore = (figure) => {
            const before = figure.previousElementSibling;
            if (before === null) {
                return 0;
            }
            const last = ends(before);
            const first = figure.getClientRects()[0];
            const gap = pageHeight - (last.bottom - top());
            return column(first.left) > column(last.left) && gap > gapThatShows ? gap : 0;
        };
        const heightOf = (figure) => {
            const style = getComputedStyle(figure);
            return figure.getBoundingClientRect().height + parseFloat(style.marginTop);
        };
        const makeSmaller = (figure, gap) => {
            const image = figure.querySelector("img.plot, img.still");
            const height = image.getBoundingClientRect().height;
            const fits = height - (heightOf(figure) - gap) - 2;
            if (fits < smallest * height) {
                return false;
            }
            image.style.maxHeight = `${fits}px`;
            if (gapBefore(figure) === 0) {
                return true;
            }
            image.style.maxHeight = "";
            return false;
        };
        for (const figure of section.querySelectorAll(".textblock > figure:not(.table)")) {
            let gap = gapBefore(figure);
            if (gap === 0 || makeSmaller(figure, gap)) {
                continue;
            }
            // The text that follows fills the page, and the figure begins the next.
            let moves = 0;
            while (gap > 0 && moves < movesAtMost && isText(figure.nextElementSibling) &&
                   !announces(figure.previousElementSibling) &&
                   !announces(figure.nextElementSibling)) {
                figure.before(figure.nextElementSibling);
                ++moves;
                gap = gapBefore(figure);
                if (gap > 0 && makeSmaller(figure, gap)) {
                    gap = 0;
                }
            }
            if (gap === 0) {
                continue;
            }
            // Or the figure comes before the last words on it, and they go on on the next page.
            const passed = [];
            while (passed.length < 3 && isText(figure.previousElementSibling)) {
                passed.push(figure.previousElementSibling);
                figure.previousElementSibling.before(figure);
                const before = figure.previousElementSibling;
                if (!isText(before)) {
                    break; // a section does not begin with its figure
                }
                if (announces(before)) {
                    continue;
                }
                const here = gapBefore(figure);
                const fits = here === 0 || makeSmaller(figure, here);
                const together = column(figure.getClientRects()[0].left) ===
                                 column(ends(before).left);
                if (fits && together) {
                    passed.length = 0;
                    break;
                }
            }
            if (passed.length > 0) {
                passed[0].after(figure);
                figure.querySelector("img.plot, img.still").style.maxHeight = "";
            }
        }
    };

    // --- parts of the book ----------------------------------------------------------------------

    // A part is set as its pages will be.
    const setPart = (part) => {
        const style = part.getAttribute("style");
        part.style.cssText += `; width: ${pageWidth}px; height: ${pageHeight}px;` +
            `column-width: ${pageWidth}px; column-gap: 0; column-fill: auto;`;
        floatFigures(part);
        part.setAttribute("style", style);
    };

    const setPages = () => {
        const main = document.querySelector("main");
        main.style.width = `${pageWidth}px`;
        for (const table of document.querySelectorAll("table.markdownTable")) {
            prepare(table);
            narrow(table, 9);
        }
        for (const formula of document.querySelectorAll("p.formulaDsp")) {
            narrow(formula, 10);
        }
        for (const code of document.querySelectorAll("div.fragment")) {
            if (code.getBoundingClientRect().height > 90 * mm) {
                code.style.breakInside = "auto";
            }
        }
        for (const words of document.querySelectorAll(".contents p:not(.formulaDsp)")) {
            const next = words.nextElementSibling;
            const headsCode = words.previousElementSibling?.matches("h2, h3") &&
                next?.matches("div.fragment");
            if (headsCode || (isText(words) && isText(next) && announces(words))) {
                words.style.breakAfter = "avoid";
            }
        }
        // Only what is measured takes part in the layout.
        const parts = [...main.children];
        for (const part of parts) {
            part.hidden = true;
        }
        const measured = "section:not(.printed-cover, .type, .documented)";
        for (const part of parts.filter((one) => one.matches(measured))) {
            part.hidden = false;
            setPart(part);
            part.hidden = true;
        }
        for (const part of parts) {
            part.hidden = false;
        }
        main.style.width = "";
    };
    // What is measured has its pictures and its letters.
    window.addEventListener("load", () => document.fonts.ready.then(setPages));
})();
