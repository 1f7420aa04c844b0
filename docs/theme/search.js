// Full-text search. What it looks through is loaded when somebody searches: the text of all
// sections and their index, which was made with the notes. lunr finds and ranks; where the notes
// were made without it, what is written just so is found all the same.
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

    // --- what is looked through -------------------------------------------------------------

    const loadScript = (name) => new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = name;
        script.onload = resolve;
        script.onerror = () => reject(new Error(`${name} is missing`));
        document.head.append(script);
    });

    let sections = null;
    let find = null;
    let loading = null;
    const load = () => {
        loading ??= (async () => {
            await Promise.all(["search_words.js", "search-index.js"].map(loadScript));
            sections = window.bookSections.map(
                ([page, section, link, words]) => ({ page, section, link, words }));
            if (window.bookIndex) {
                await loadScript("lunr.min.js");
                find = indexedSearch(window.lunr, window.bookIndex);
            } else {
                find = plainSearch();
            }
        })();
        return loading;
    };

    // A search takes words, and the phrase that they make. It gives the hits, best first; which
    // of the words a word of the text is, if any, to mark it; the words that were `read` as others;
    // and those that are `missing`.

    // Without an index: a section holds every word, also as a part of another.
    const plainSearch = () => (words) => {
        const times = (text, word) => searchWords.plain(text).split(word).length - 1;
        const hits = [];
        for (const section of sections) {
            const points = words.map((word) => Math.min(times(section.words, word), 5) +
                8 * Math.min(times(`${section.page} ${section.section}`, word), 1));
            if (!points.includes(0)) {
                hits.push({ section, score: points.reduce((sum, each) => sum + each, 0) });
            }
        }
        return {
            hits: hits.sort((a, b) => b.score - a.score),
            wordOf: (term) => words.find((word) => term.includes(word)),
            read: new Map(), missing: hits.length > 0 ? [] : words,
        };
    };

    // Readers without a Greek keyboard write the names of the symbols.
    const greek = new Map(Object.entries({
        alpha: "α", beta: "β", gamma: "γ", delta: "δ", epsilon: "ε", eta: "η", theta: "θ",
        lambda: "λ", mu: "μ", rho: "ρ", sigma: "σ", phi: "φ",
    }));

    // What a question has besides what it is about. Not "he": that is also a name.
    const littleWords = new Set(("a an and are as at be by can do does for from how i in is it " +
        "its no not of on or that the this to was what when where which who why will " +
        "with").split(" "));

    const indexedSearch = (lunr, stored) => {
        const index = lunr.Index.load(stored);
        const { TRAILING, LEADING } = lunr.Query.wildcard;
        const known = (term) => Object.hasOwn(index.invertedIndex, term);
        const isHangul = (word) => /^\p{Script=Hangul}+$/u.test(word);

        // Words with one stem that also begin alike, as train and training: the stemmer makes "init" of
        // both init and a slip in initialization. The index has words as they are written: from stems
        // neither beginnings of words nor slips could be told.
        const beginAlike = (one, other) => {
            const half = Math.ceil(Math.max(one.length, other.length) / 2);
            return one.slice(0, half) === other.slice(0, half);
        };
        const stemOf = (word) => lunr.stemmer(new lunr.Token(word, {})).toString();
        const withStem = new Map();
        for (const term of Object.keys(index.invertedIndex)) {
            if (!/^[a-z]+$/.test(term)) {
                continue;
            }
            const stem = stemOf(term);
            withStem.set(stem, [...withStem.get(stem) ?? [], term]);
        }

        // Sections with any of these terms, each with its boost and lunr's other options.
        // None would be taken for all sections.
        const ask = (terms) => terms.length === 0 ? [] : index.query((asked) => {
            for (const [term, options] of terms) {
                asked.term(term, options);
            }
        });
        const termsOf = (results) =>
            new Set(results.flatMap((result) => Object.keys(result.matchData.metadata)));

        const written = (word) => {
            const terms = [];
            if (known(word)) {
                terms.push([word, { boost: 10 }]);
            }
            if (known(greek.get(word) ?? "")) {
                terms.push([greek.get(word), { boost: 8 }]);
            }
            for (const term of withStem.get(stemOf(word)) ?? []) {
                if (beginAlike(term, word)) {
                    terms.push([term, { boost: 4 }]);
                }
            }
            // Few letters begin too many words.
            if (word.length > 2 && !littleWords.has(word) || terms.length === 0) {
                terms.push([word, { boost: 1, wildcard: TRAILING }]);
            }
            return terms;
        };

        // A Korean word with what is joined to it, as 퍼셉트론은: its longest beginning that is one.
        const withoutParticle = (word) => {
            for (let length = word.length - 1; isHangul(word) && length > 1; --length) {
                if (known(word.slice(0, length))) {
                    return written(word.slice(0, length));
                }
            }
            return [];
        };

        const inside = (word) => word.length < (isHangul(word) ? 2 : 4) ? []
            : [[word, { wildcard: LEADING | TRAILING }]];

        // The words with one letter more, less, other or exchanged; two in a long word. In Korean a
        // letter is a syllable. Numbers are no slips.
        const alike = (word, editDistance) => {
            const enough = isHangul(word) ? 3 * editDistance : 4 * editDistance;
            return word.length < enough || !/^[\p{L}_]+$/u.test(word) ? []
                : [...termsOf(ask([[word, { editDistance }]]))];
        };

        // The sections with a word, by the first way that finds any, and what the word was read as.
        const lookUp = (word) => {
            for (const way of [written, withoutParticle, inside]) {
                const results = ask(way(word));
                if (results.length > 0) {
                    return { results };
                }
            }
            let meant = alike(word, 1);
            meant = meant.length > 0 ? meant : alike(word, 2);
            return { results: ask(meant.flatMap(written)), meant };
        };

        // Where nothing is found: what begins alike, the most frequent first.
        const nearTo = (words) => {
            for (const word of words) {
                for (let length = word.length - 1; length > word.length / 2; --length) {
                    const results = ask([[word.slice(0, length), { wildcard: TRAILING }]]);
                    if (results.length > 0) {
                        const times = (term) => results.filter(
                            (result) => Object.hasOwn(result.matchData.metadata, term)).length;
                        return [...termsOf(results)].sort((a, b) => times(b) - times(a))
                            .slice(0, 3);
                    }
                }
            }
            return [];
        };

        return (words, phrase) => {
            const wordOf = new Map();
            const read = new Map();
            const missing = [];
            const sums = new Map();
            const asksForMore = words.some((word) => !littleWords.has(word));
            let weights = 0;
            for (const word of words) {
                const { results, meant } = lookUp(word);
                const told = littleWords.has(word) && asksForMore ? .1 : 1;
                if (told === 1) {
                    termsOf(results).forEach((term) => wordOf.set(term, wordOf.get(term) ?? word));
                }
                if (results.length === 0) {
                    missing.push(word);
                } else if (meant) {
                    read.set(word, meant);
                }
                // What nearly every section holds tells little.
                // A Korean word stands where its term is introduced: the first section that has it.
                const first = isHangul(word)
                    ? Math.min(...results.map(({ ref }) => Number(ref))) : NaN;
                const weight = told * Math.log(1 + sections.length / (1 + results.length));
                weights += results.length > 0 ? weight : 0;
                for (const { ref, score } of results) {
                    const sum = sums.get(ref) ?? { score: 0, weight: 0 };
                    sum.score += told * score * (Number(ref) === first ? 3 : 1);
                    sum.weight += weight;
                    sums.set(ref, sum);
                }
            }
            // A section that holds more of the words comes first, with all of them in a row yet
            // more so; what falls far behind the best is no hit.
            const hits = [...sums].map(([ref, { score, weight }]) => {
                const section = sections[ref];
                const times = (text) => words.length < 2 ? 0
                    : searchWords.plain(text).split(phrase).length - 1;
                const inRow = 1 + 2 * times(section.section || section.page) +
                    .3 * Math.min(times(section.words), 5);
                return { section, score: score * (weight / weights) ** 1.5 * inRow };
            }).sort((a, b) => b.score - a.score).filter(({ score }, i, [best]) =>
                score > best.score / 50);
            return { hits, wordOf: (term) => wordOf.get(term), read, missing,
                     near: hits.length > 0 ? [] : nearTo(words) };
        };
    };

    // --- what is shown ----------------------------------------------------------------------

    // A text with the words marked that were looked for.
    const marked = (text, wordOf) => {
        const line = document.createDocumentFragment();
        let rest = 0;
        for (const { term, from, to } of searchWords.wordsOf(text)) {
            if (from >= rest && wordOf(term) !== undefined) {
                const mark = document.createElement("mark");
                mark.textContent = text.slice(from, to);
                line.append(text.slice(rest, from), mark);
                rest = to;
            }
        }
        line.append(text.slice(rest));
        return line;
    };

    // The part of the text that holds most of the words.
    const excerpt = ({ words }, wordOf) => {
        const found = searchWords.wordsOf(words)
            .map(({ term, from }) => ({ word: wordOf(term), from }))
            .filter(({ word }) => word !== undefined);
        let best = { from: 0, different: 0 };
        found.forEach(({ from }, i) => {
            const seen = new Set();
            for (let k = i; k < found.length && found[k].from < from + excerptLength / 2; ++k) {
                seen.add(found[k].word);
            }
            if (seen.size > best.different) {
                best = { from, different: seen.size };
            }
        });
        let from = Math.max(0, best.from - excerptLength / 3);
        from = from > 0 ? words.indexOf(" ", from) + 1 : 0;
        let to = from + excerptLength;
        to = to < words.length ? Math.max(words.lastIndexOf(" ", to), from + excerptLength / 2)
            : words.length;
        const line = document.createElement("span");
        line.append(from > 0 ? "… " : "", marked(words.slice(from, to), wordOf),
                    to < words.length ? " …" : "");
        return line;
    };

    const entry = (link, title, below, text) => {
        const item = document.createElement("li");
        const anchor = document.createElement("a");
        anchor.href = link;
        const bold = document.createElement("b");
        bold.append(title);
        const small = document.createElement("small");
        small.append(below);
        anchor.append(bold, small, text);
        anchor.addEventListener("click", close);
        item.append(anchor);
        return item;
    };

    const sayWhatIsFound = ({ hits, read, missing }, typed) => {
        const quoted = (words) => words.map((word) => `"${word}"`).join(", ");
        if (hits.length === 0) {
            return `Nothing holds "${typed}".`;
        }
        return [
            `${hits.length} section${hits.length === 1 ? "" : "s"}` +
                (hits.length > shownAtMost ? `, the best ${shownAtMost}` : ""),
            ...[...read].map(([word, terms]) =>
                `"${word}" is nowhere, taken for ${quoted(terms.slice(0, 3))}`),
            ...missing.length > 0 ? [`nothing holds ${quoted(missing)}`] : [],
        ].join("; ");
    };

    // What to do when nothing is found: words that begin alike, and where the book has its words.
    const suggestions = (near) => [
        ...near.map((word) => {
            const item = entry("#", word, "a word of the book that begins alike", "");
            item.firstChild.addEventListener("click", (event) => {
                event.preventDefault();
                event.stopPropagation(); // the panel stays open
                query.value = word;
                query.focus();
                search();
            });
            return item;
        }),
        entry("glossary.html", "Glossary", "the words of the book in English and Korean", ""),
    ];

    const close = () => {
        panel.hidden = true;
        list.replaceChildren();
    };

    // Of a name in parts only the name is looked for.
    const wholeWords = (typed) => {
        let end = 0;
        const words = new Set();
        for (const { term, from, to } of searchWords.wordsOf(typed)) {
            if (from >= end) {
                words.add(term);
                end = to;
            }
        }
        return [...words];
    };

    const asked = () => query.value.trim().replace(/\s+/g, " ");

    const search = async () => {
        const typed = asked();
        if (typed === "") {
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
        if (typed !== asked()) {
            return; // somebody has gone on typing
        }
        const found = find(wholeWords(typed), searchWords.plain(typed));
        count.textContent = sayWhatIsFound(found, typed);
        list.replaceChildren(...found.hits.length === 0 ? suggestions(found.near ?? [])
            : found.hits.slice(0, shownAtMost).map(({ section }) => entry(
                section.link, marked(section.section || section.page, found.wordOf),
                section.section ? section.page : "", excerpt(section, found.wordOf))));
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
