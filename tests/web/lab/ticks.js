// Which steps are right, shown wherever a page lists chapters or steps.
import * as storage from './storage.js';

const links_to = (address) =>
    document.querySelectorAll(`nav a[href$="${address}"], .chapters a[href$="${address}"]`);

/// How many steps of a chapter are right, behind its name; nothing before the first and after the last.
function count(link, right, all) {
    link.querySelector('.lab-count')?.remove();
    if (right > 0 && right < all) {
        const words = document.createElement('span');
        words.className = 'lab-count';
        words.textContent = ` ${right}/${all}`;
        words.title = `${right} of ${all} steps are right`;
        link.append(words);
    }
}

/// Ticks at every step that is right and at every chapter all of whose steps are.
export function show_ticks(course) {
    for (const { folder, name, steps } of course) {
        const verdicts = storage.load_verdicts(folder);
        let right = 0;
        for (const { step } of steps) {
            const is_right = verdicts[step] === 'right';
            right += is_right;
            links_to(`#step_${step.replace('.', '_')}`).forEach((link) =>
                link.classList.toggle('lab-done', is_right));
        }
        links_to(`${name}.html`).forEach((link) => {
            link.classList.toggle('lab-done', right === steps.length);
            count(link, right, steps.length);
        });
    }
}
