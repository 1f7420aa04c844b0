// Times checks on the site's pages in Chromium:
//
//   node bench.mjs ROOT BUILD CHROMIUM NAME…
//
// For each chapter, by its name: the first check of a browser that has nothing yet, then checks of
// changed files. BUILD holds the site, and playwright-core.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const ROUNDS = 7;

const [root, build, executablePath, ...names] = process.argv.slice(2);
const site = path.join(build, 'site');
const { chromium } = createRequire(path.join(build, 'browser/'))('playwright-core');
const read = (file) => fs.readFileSync(file, 'utf8');
const files = Object.entries(JSON.parse(read(path.join(site, 'lab/files.json'))));
const course = JSON.parse(read(path.join(site, 'lab/chapters.json')))
    .filter(({ name }) => names.includes(name));

const server = spawn('node', [path.join(root, 'tests/web/lab/serve.mjs'), site]);
const address = await new Promise((resolve) => {
    server.stdout.once('data', (text) => resolve(String(text).split(' ')[0]));
});
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });

/// From the press of a key to the verdict, in s: as a whole, and what the worker says of its parts.
async function check(tab, panel, text) {
    await tab.keyboard.press('Control+a');
    await tab.keyboard.insertText(text);
    const said = panel.getByRole('status');
    await said.evaluate((element) => element.replaceChildren());
    await tab.keyboard.press('Control+Enter');
    await said.locator('.verdict').waitFor();
    const words = await said.locator('.verdict').innerText();
    if (!words.endsWith(': right')) {
        throw new Error(`the solution was judged otherwise than right: ${words}`);
    }
    return tab.evaluate(() => {
        const { duration, detail } = performance.getEntriesByName('check').at(-1);
        return { whole: duration / 1000, ...detail };
    });
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const seconds = (value) => `${value.toFixed(2)} s`.padStart(9);

console.log(['chapter'.padEnd(20), 'fetched', 'first', 'compile', 'link', 'judge', 'verdict', 'figures']
    .map((word, i) => (i === 0 ? word : word.padStart(9))).join(''));
try {
    for (const { folder, name, steps } of course) {
        const solution = read(path.join(root, 'solutions', folder, `${name}.cpp`));
        const context = await browser.newContext();
        const tab = await context.newPage();
        tab.setDefaultTimeout(120_000);
        await tab.goto(`${address}${name}.html`);
        const panel = tab.getByRole('region', { name: `Step ${steps[0].step}, your code` });
        await panel.getByRole('button', { name: 'Write it here' }).click();
        const first = await check(tab, panel, solution);
        const rounds = [];
        for (let round = 0; round < ROUNDS; ++round) {
            rounds.push(await check(tab, panel, `${solution}// ${round}\n`));
        }
        const of = (part) => seconds(median(rounds.map((each) => each[part])));
        const fetched = files.filter(([file]) => !file.includes('/') || file.startsWith(folder))
            .reduce((sum, [, { size }]) => sum + size, 0);
        const figures = files.find(([file]) => file === `${folder}/figures.a`)?.[1].size ?? 0;
        console.log(name.padEnd(20) + `${(fetched / 1e6).toFixed(1)} MB`.padStart(9)
            + seconds(first.whole) + ['compile', 'link', 'judge', 'whole'].map(of).join('')
            + `${(figures / 1e3).toFixed(0)} kB`.padStart(9));
        await context.close();
    }
    console.log(`first: nothing kept yet, over loopback; the others are medians of ${ROUNDS} checks of a `
        + 'chapter’s first step in a changed file; figures: of what is fetched, what draws them by a '
        + 'reader’s own functions');
} finally {
    await browser.close();
    server.kill();
}
