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

    /// Judges steps of a text. `on_progress({ stage, loaded, total })`.
    async check(request, on_progress) {
        const endless = [];
        let built = null;
        for (;;) {
            const end = await this.run({ ...request, built, endless }, (message) => {
                built = message.built ?? built;
                on_progress(message);
            });
            if (end.late === undefined) {
                return end;
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
                } else if (message.verdicts !== undefined || message.messages !== undefined) {
                    settle(resolve, message);
                } else {
                    on_message(message);
                }
            };
            this.worker.postMessage(request);
        });
    }
}
