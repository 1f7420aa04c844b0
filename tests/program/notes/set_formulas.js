// Sets formulas with KaTeX:  node set_formulas.js KATEX FORMULAS
// FORMULAS holds a line of JSON for each, {"tex": …, "display": …}. Its line of the output is
// {"html": …} or, where it cannot be set just so, {"error": …}.
"use strict";

const { readFileSync } = require("node:fs");
const [katexFile, formulas] = process.argv.slice(2);
const katex = require(katexFile);

const set = ({ tex, display }) => {
    try {
        return { html: katex.renderToString(tex, {
            displayMode: display,
            output: "htmlAndMathml", // screen readers and the search read the MathML
            throwOnError: true,
            strict: "error",
        }) };
    } catch (error) {
        return { error: error.message };
    }
};

const lines = readFileSync(formulas, "utf8").split("\n").filter((line) => line !== "");
process.stdout.write(lines.map((line) => `${JSON.stringify(set(JSON.parse(line)))}\n`).join(""));
