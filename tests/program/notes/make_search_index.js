// Makes the index of the notes' search:  node make_search_index.js LUNR WORDS SECTIONS
// WORDS is docs/theme/search_words.js, SECTIONS the script with the text of all sections. What it
// prints is a script too, to be read behind that one. To make the index in the page would keep its
// reader waiting.
"use strict";

const { readFileSync } = require("node:fs");
const path = require("node:path");
const [lunrFile, wordsFile, sectionsFile] = process.argv.slice(2)
    .map((name) => path.resolve(name));
const lunr = require(lunrFile);
const { wordsOf } = require(wordsFile);

const window = {};
new Function("window", readFileSync(sectionsFile, "utf8"))(window);

// Where a word counts for how much: chapters explain, appendices say it once more, code uses it.
const worthOfPart = { chapter: 4, appendix: 1.5, cover: 1, code: .4 };
// The glossary explains, too; the others only repeat what the chapters show.
const worthOfPage = {
    "glossary.html": 2, "gallery.html": .1, "figures.html": .1, "reference.html": .1,
};
// Where a page begins it says what all of it is about.
const worthOf = (section, link, part) => (section === "" ? 1.4 : 1) *
    (worthOfPage[link.replace(/#.*/, "")] ?? worthOfPart[part]);

const builder = new lunr.Builder();
builder.ref("id");
builder.field("title", { boost: 4 });
builder.field("page", { boost: 2.5 });
builder.field("words");
builder.b(.3); // a long section is no bad section
builder.tokenizer = (text) => wordsOf(text).map(({ term }) => new lunr.Token(term, {}));
window.bookSections.forEach(([page, section, link, words, part], id) => {
    builder.add({ id, page, title: section || page, words },
                { boost: worthOf(section, link, part) });
});

// No word has a quotation mark or a backslash, and text is read faster than a script.
process.stdout.write(`window.bookIndex = JSON.parse('${JSON.stringify(builder.build())}');\n`);
