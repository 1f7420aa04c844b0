// What counts as a word, for the index of the search and for what somebody looks for: the two must
// agree. make_search_index.js reads this file with Node.js, search.js has it in the page.
"use strict";

const searchWords = (() => {
    // Letters of any alphabet, also joined as in output_delta; numbers, also of sections, as 3.7;
    // and the signs of formulas that people look for. lunr's own words end at letters it knows
    // from English, so that nothing would be left of "η" and 퍼셉트론.
    const word =
        /\p{L}[\p{L}\p{M}\p{N}]*(?:_+[\p{L}\p{M}\p{N}]+)*|\p{N}+(?:\.\p{N}+)*|[∂∇⊙√∞]/gu;

    // One form of each: small letters, ₁ as 1, ŷ as y. Hangul is taken apart and joined again.
    const plain = (text) => /^[ -~]*$/.test(text) ? text.toLowerCase()
        : text.normalize("NFKD").replace(/\p{M}/gu, "").normalize("NFC").toLowerCase()
            .replace(/ς/g, "σ");

    // The words of a text and where each stands; a name in parts also gives its parts.
    const wordsOf = (text) => {
        const words = [];
        for (const match of text.matchAll(word)) {
            const add = (part, from) => {
                words.push({ term: plain(part), from, to: from + part.length });
            };
            add(match[0], match.index);
            if (match[0].includes("_")) {
                for (const part of match[0].matchAll(/[^_]+/g)) {
                    add(part[0], match.index + part.index);
                }
            }
        }
        return words;
    };

    return { plain, wordsOf };
})();

if (typeof module !== "undefined") {
    module.exports = searchWords;
}
