// The site as a reader has it: served on this machine, opened in a browser.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { chromium } from 'playwright-core';

export const root = process.env.ROOT;
export const site = process.env.SITE ?? path.join(process.env.BUILD, 'site');

/// Serves the site and starts a browser: { address, browser, server, stop }.
export async function start() {
    const server = spawn('node', [path.join(root, 'tests/web/lab/serve.mjs'), site]);
    const address = await new Promise((resolve) => {
        server.stdout.once('data', (text) => resolve(String(text).split(' ')[0]));
    });
    const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
        args: ['--no-sandbox', '--disable-gpu'] });
    const stop = async () => {
        await browser.close();
        server.kill();
    };
    return { address, browser, server, stop };
}

/// A tab, and what its scripts complain of.
export async function open_tab(browser, options) {
    const tab = await (await browser.newContext(options)).newPage();
    tab.setDefaultTimeout(600_000); // for a machine with other things to do
    const problems = [];
    tab.on('pageerror', (error) => problems.push(String(error)));
    return { tab, problems };
}

/// The place of a chapter's page where a step is written.
export const panel_of = (tab, step) => tab.getByRole('region', { name: `Step ${step}, your code` });

/// Replaces the whole file by keyboard, checks the step, and returns what is said.
export async function check(tab, step, text) {
    const panel = panel_of(tab, step);
    await panel.getByRole('button', { name: 'Write it here' }).focus();
    await tab.keyboard.press('Enter');
    await tab.keyboard.press('Control+a');
    await tab.keyboard.insertText(text);
    return checked(tab, panel);
}

/// Checks what is in the editor, by keyboard, and returns what is said.
export async function checked(tab, panel) {
    const said = panel.getByRole('status');
    await said.evaluate((element) => element.replaceChildren());
    await tab.keyboard.press('Control+Enter');
    await said.locator('.verdict').waitFor();
    return said.innerText();
}
