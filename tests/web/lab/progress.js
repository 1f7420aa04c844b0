// What a check is doing, while it does it.
import { element } from './elements.js';

const WORDS = { compile: 'compiling …', link: 'linking …', judge: 'judging …' };
const megabytes = (bytes) => (bytes / 1e6).toFixed(0);

export class Progress {
    constructor() {
        this.words = element('p', {}, 'starting …');
        this.bar = element('progress', { 'aria-label': 'fetched', hidden: '' });
        this.box = element('div', { class: 'lab-progress' }, this.words, this.bar);
        this.total = 0;
    }

    /// A message of the worker. What is read aloud changes with the stage, not with every byte.
    show({ stage, loaded, total }) {
        if (total !== undefined) {
            this.total = total;
            return;
        }
        if (stage === 'fetch') {
            this.words.textContent = 'fetching the compiler, once: '
                + `${megabytes(this.total)} MB, kept for the next time …`;
            this.bar.max = this.total;
            this.bar.value = loaded;
            this.bar.hidden = loaded >= this.total;
        } else if (stage !== undefined) {
            this.bar.hidden = true;
            this.words.textContent = WORDS[stage];
        }
    }
}
