// What keeps the site for a time without a network: its service worker, where the browser has one (it
// has none on pages that are neither https nor of this machine, nor where storage is forbidden).

/// How long a check waits for it, in ms: without it a check works just as well.
const PATIENCE = 3000;

const in_time = (promise) => Promise.race([promise,
    new Promise((resolve) => { setTimeout(resolve, PATIENCE); })]);

/// Ends when what is fetched from now on is kept, or cannot be.
export async function start_keeping(place) {
    const { serviceWorker } = navigator;
    if (serviceWorker === undefined || serviceWorker.controller !== null) {
        return;
    }
    try {
        await serviceWorker.register(new URL('../service.js', place));
        await in_time(new Promise((resolve) => {
            serviceWorker.addEventListener('controllerchange', resolve, { once: true });
        }));
    } catch {
        // forbidden: then nothing is kept
    }
}

/// Has this page kept with all that it consists of. (Pages that are opened later are kept by themselves.)
export function keep_this_page() {
    const consists_of = performance.getEntriesByType('resource').map(({ name }) => name);
    const here = [location.href.replace(/#.*/, ''), ...consists_of]
        .filter((address) => new URL(address).origin === location.origin);
    navigator.serviceWorker?.controller?.postMessage([...new Set(here)]);
}
