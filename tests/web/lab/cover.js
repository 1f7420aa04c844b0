// The cover of the site: how far its reader has come, and all that he or she has written in one file.
import { download_all, upload } from './exchange.js';
import { element, button, file_button } from './elements.js';
import { on_any_change } from './storage.js';
import { show_ticks } from './ticks.js';

const response = await fetch(new URL('chapters.json', import.meta.url));
const course = await response.json();

const said = element('p', { role: 'status' });
const take = file_button('Upload', '.zip,.cpp', async (file) => {
    try {
        const taken = await upload(file, course);
        said.textContent = taken.length === 0 ? 'Nothing in it is new.'
            : `Taken: ${taken.map(({ name }) => `${name}.cpp`).join(', ')}. Copies of what was there `
                + 'are kept: see Copies at any step.';
    } catch (error) {
        said.textContent = `${file.name} was not taken: ${error.message}.`;
    }
});
const box = element('section', { class: 'lab lab-cover', 'aria-label': 'What you have written' },
    element('p', {}, 'Each step of a chapter is written and judged on its page. What you write stays in '
        + 'this browser: take it with you, or to another browser, as one file.'),
    element('div', { class: 'lab-bar' }, button('Download all labs', () => download_all(course)),
            take), said,
    element('p', { class: 'lab-note' }, 'The editor and the compiler are others’ work: ',
        element('a', { href: 'lab/licences.txt' }, 'their licences'), '.'));
document.querySelector('.cover')?.after(box);

show_ticks(course);
on_any_change(() => show_ticks(course));
