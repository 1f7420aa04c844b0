// Compiles and judges, in a worker: whatever a student's code does, the page goes on. A call that
// does not return ends with the worker; the next one judges the same again, told which call it was.

/// A call may compute so long, in ms.
const PATIENCE = 4000;

export class Checker {
    /// `place`: the address of the folder with what the site was built with.
    constructor(place) {
        this.place = place;
        this.worker = null;
        this.waiting = null;
        this.last = Promise.resolve();
    }

    start() {
        this.worker = new Worker(new URL('worker.js', this.place), { type: 'module' });
        this.worker.onmessage = ({ data }) => this.waiting?.(data);
        this.worker.onerror = (event) => this.waiting?.({ failed: event.message || 'it ended' });
    }

    stop() {
        this.worker?.terminate();
        this.worker = null;
    }

    /// Does some work when all that was begun before has ended.
    in_turn(work) {
        const end = this.last.then(work);
        this.last = end.catch(() => {});
        return end;
    }

    /// Judges steps of a text; `object` of the answer is what the text was compiled to.
    /// `on_progress({ stage, loaded, total })`.
    check(request, on_progress) {
        return this.in_turn(() => this.check_now(request, on_progress));
    }

    /// The module that draws the chapter's figures, of an object.
    async module_of_figures(object, chapter) {
        const end = await this.in_turn(() => this.run({ object, chapter }, () => {}));
        if (end.module === undefined) {
            throw new Error(end.messages);
        }
        return end.module;
    }

    async check_now(request, on_progress) {
        const endless = [];
        let built = null;
        for (;;) {
            const end = await this.run({ ...request, built, endless }, (message) => {
                built = message.built ?? built;
                on_progress(message);
            });
            if (end.late === undefined) {
                return { ...end, object: built?.object };
            }
            endless.push(end.late);
        }
    }

    /// One run, until it ends or a call is late.
    run(request, on_message) {
        if (this.worker === null) {
            this.start();
        }
        return new Promise((resolve, reject) => {
            let timer;
            const settle = (how, value) => {
                clearTimeout(timer);
                this.waiting = null;
                how(value);
            };
            this.waiting = (message) => {
                clearTimeout(timer);
                if (message.call !== undefined) {
                    timer = setTimeout(() => {
                        this.stop();
                        settle(resolve, { late: message.call });
                    }, PATIENCE);
                } else if (message.failed !== undefined) {
                    this.stop();
                    settle(reject, new Error(message.failed));
                } else if ([message.verdicts, message.messages, message.module]
                    .some((part) => part !== undefined)) {
                    settle(resolve, message);
                } else {
                    on_message(message);
                }
            };
            this.worker.postMessage(request);
        });
    }
}
