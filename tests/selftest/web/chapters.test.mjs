// The chapters as a newcomer goes through them. Chapter 3 from the cover to XOR learned, each step
// written where the page shows it, at a desk and on a phone; of every other chapter answers of all
// kinds, judged on its page.
//
// ALL=1 lets every chapter's answers end in every bad way, else they take turns. SHOTS=folder keeps
// pictures of what is seen.
import assert from 'node:assert/strict';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { answered, bad_ends, course, edited, regions_of, solution_of } from './answers.mjs';
import * as reader from './reader.mjs';

const shots = process.env.SHOTS;
let started;

before(async () => {
    started = await reader.start();
});
after(() => started?.stop());

async function keep_picture(tab, name) {
    if (shots !== undefined) {
        await tab.screenshot({ path: path.join(shots, `${name.replaceAll(/\W+/g, '_')}.png`) });
    }
}

/// Writes a step as a student does: in the place that the page shows, function by function.
async function write(tab, panel, code) {
    for (const each of code) {
        await panel.getByRole('button', { name: 'Write it here' }).click();
        await tab.keyboard.insertText(each.trimStart());
    }
}

for (const [device, options] of [
    ['at a desk', { viewport: { width: 1280, height: 900 } }],
    ['on a phone', { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true,
                     deviceScaleFactor: 2, colorScheme: 'dark' }],
]) {
    test(`chapter 3 is learned ${device}, from the cover to XOR`, async (t) => {
        const chapter = course.find(({ name }) => name === 'backprop');
        const regions = regions_of(chapter);
        const { tab, problems } = await reader.open_tab(started.browser, options);
        await tab.goto(`${started.address}index.html`);
        await tab.locator('.chapters a[href="backprop.html"]').click();
        for (const { step, name } of chapter.steps) {
            await t.test(`${step} ${name}`, async () => {
                const panel = reader.panel_of(tab, step);
                await write(tab, panel, regions.filter((each) => each.step === step)
                    .map(({ code }) => code));
                assert.match(await reader.checked(tab, panel), new RegExp(`${step} ${name}: right`));
                await keep_picture(tab, `3 ${device} ${step}`);
                const { scrollWidth } = await tab.evaluate(() => ({
                    scrollWidth: document.documentElement.scrollWidth }));
                assert.ok(scrollWidth <= options.viewport.width, `${scrollWidth} px wide`);
            });
        }
        await tab.goto(`${started.address}index.html`);
        await tab.locator('.chapters a.lab-done[href="backprop.html"]').waitFor();
        await keep_picture(tab, `3 ${device} cover`);
        assert.deepEqual(problems, []);
        await tab.context().close();
    });
}

course.filter(({ name }) => name !== 'backprop').forEach((chapter, number) => {
    test(`chapter ${chapter.folder}`, async (t) => {
        const { tab, problems } = await reader.open_tab(started.browser,
            { viewport: { width: 1280, height: 900 } });
        await tab.goto(`${started.address}${chapter.name}.html`);
        const is_said = (what, step, text, words) => t.test(what, async () => {
            const said = await reader.check(tab, step, text);
            await keep_picture(tab, `${chapter.folder} ${what}`);
            assert.match(said, words);
        });
        const [{ step, name }] = chapter.steps;
        await is_said('the worked file is right', step, solution_of(chapter), /: right/);
        const [mistake] = edited(chapter, 'mistakes.txt');
        await is_said('a listed mistake', mistake.step, mistake.text, /: wrong[^]*expected[^]*got/);
        const [slip] = edited(chapter, 'slips.txt');
        await is_said('a slip', slip.step, slip.text, /: (wrong|crashed)/);
        await is_said('a syntax error', step, answered(chapter, step, 'return +;'),
            new RegExp(`${name}: not built[^]*expected expression[^]*return \\+;`));
        const ends = process.env.ALL ? bad_ends : [bad_ends[number % bad_ends.length]];
        for (const [what, code, words] of ends) {
            await is_said(what, step, answered(chapter, step, code), words);
        }
        await is_said('the page goes on', step, solution_of(chapter), /: right/);
        assert.deepEqual(problems, []);
        await tab.context().close();
    });
});
